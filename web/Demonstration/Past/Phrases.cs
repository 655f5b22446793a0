using CapacityBoard.GrandRounds;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Free text written by people of the invented past.</summary>
internal static class Phrases
{
    public static string[] NotFitAfterAll { get; } =
        ["Temperature since the early morning", "Fell in the night; to be examined", "Needs intravenous antibiotics again", "Short of breath; chest X-ray today"];

    public static string[] Declined { get; } =
        ["Needs more help at night than we can give", "No room on the ground floor", "Our assessor found needs beyond our registration", "Cannot be there in the time that is asked for"];

    public static string[] DeclinedByFamily { get; } = ["Two buses from where their daughter lives", "Would like a room with a garden", "Has seen it and prefers the other home", "Wants to talk with the family first"];

    public static string[] Questions { get; } = ["Which hoist do they use?", "Do they sleep at night?", "Who pays from the first day?", "Can they manage stairs?"];

    public static string[] Replies { get; } = ["A standing hoist, with two carers", "Yes, with one visit in the night", "The locality pays for the first six weeks", "With a rail and one helper"];

    public static string[] Released { get; } = ["Family chose another home", "Not fit to leave after all", "Another place was found first"];

    public static string[] Outbreaks { get; } = ["Outbreak of diarrhoea and vomiting", "Outbreak of influenza", "Chest infections on the first floor"];

    public static string[] ClosedBeds { get; } = ["Waiting for staff", "Room is being repaired", "Infection: deep clean under way"];

    public static string[] ExpectedVacancies { get; } = ["Resident moving closer to family", "Short stay ends", "Moves to a nursing home", "Goes home after respite"];

    public static string[] Dropped { get; } = ["No longer needed: the plan has changed", "Agreed otherwise with the family"];

    public static string Of(DelayReason reason) => reason switch
    {
        DelayReason.AssessmentCareHome => "Home’s manager is to come to the ward",
        DelayReason.AssessmentSocialWork => "Referral sent; not allocated yet",
        DelayReason.Funding => "Checklist sent to the continuing healthcare team",
        DelayReason.CarePackage => "Four visits a day, two carers",
        DelayReason.Choice => "Family have seen two homes of five",
        DelayReason.Equipment => "Hoist and bed ordered",
        DelayReason.Housing => "Flat is not fit to go back to",
        DelayReason.Safeguarding => "Capacity assessment booked",
        _ => "Asked again this morning",
    };

    /// <summary>An action that a round agrees on to end a delay, with its owner.</summary>
    public static (string What, string Owner) ActionFor(DelayReason? reason, Random random) => reason switch
    {
        DelayReason.AssessmentSocialWork or DelayReason.Safeguarding => ("Allocate a social worker", "Hospital social work team"),
        DelayReason.AssessmentCareHome => ("Ring the home for a date of its assessment", "Transfer team"),
        DelayReason.AssessmentTherapy => ("Home visit with the occupational therapist", "Therapies"),
        DelayReason.AssessmentMentalHealth => ("Ask for the mental health liaison review", "Mental health liaison"),
        DelayReason.Funding => ("Take to the funding panel", "Continuing healthcare team"),
        DelayReason.NhsNonAcute => ("Ask the unit for a bed", "Transfer team"),
        DelayReason.ResidentialPlacement or DelayReason.NursingPlacement => ("Send the profile to three more homes", "Transfer team"),
        DelayReason.CarePackage => ("Ask the brokerage for a package by the end of the week", "Brokerage"),
        DelayReason.Equipment => ("Chase the delivery of the equipment", "Community equipment"),
        DelayReason.Choice or DelayReason.Dispute => ("Meet the family with the choice policy", "Ward manager"),
        DelayReason.Housing => ("Speak with the housing officer", "Housing options"),
        DelayReason.Medication or DelayReason.DischargeLetter => ("Medicines and letter ready the day before", "Ward pharmacist"),
        DelayReason.Transport => ("Book transport for the morning", "Ward manager"),
        _ => random.Of<(string, string)>([("Consultant to decide on the plan", "Consultant"), ("Multidisciplinary meeting", "Ward manager"), ("Refer to therapies", "Ward manager")]),
    };

    public static string? NoteOf(ReviewOutcome outcome, Random random) => random.Chance(0.35)
        ? outcome switch
        {
            ReviewOutcome.NeedsHospital => "Intravenous antibiotics not finished",
            ReviewOutcome.Leaving => "Medicines and transport are booked",
            ReviewOutcome.PlanOnTrack => "Next steps are booked",
            ReviewOutcome.PlanChanged => "Agreed with the person and their family",
            _ => "Heads of service will be asked this week",
        }
        : null;
}

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
        DelayReason.CareHomeUnderway => "Home’s manager is to come to the ward",
        DelayReason.NeedsAndPathway => "Referral sent; not allocated yet",
        DelayReason.FundingEligibility or DelayReason.EndOfLifeUnderway => "Checklist sent to the continuing healthcare team",
        DelayReason.HomeSocialCareUnderway or DelayReason.HomeSocialCareNotAvailable => "Four visits a day, two carers",
        DelayReason.RestartOfCare => "Provider asked for a start date",
        DelayReason.Choice => "Family have seen two homes of five",
        DelayReason.Equipment => "Hoist and bed ordered",
        DelayReason.HousingNotAvailable or DelayReason.DestinationReadiness => "Flat is not fit to go back to",
        DelayReason.MentalCapacity => "Capacity assessment booked",
        DelayReason.OutOfAreaUnderway => "Hub of the other area has the referral",
        _ => "Asked again this morning",
    };

    /// <summary>An action that a round agrees on to end a delay, with its owner.</summary>
    public static (string What, string Owner) ActionFor(DelayReason? reason, Random random) => reason switch
    {
        DelayReason.NeedsAndPathway or DelayReason.Safeguarding or DelayReason.MentalCapacity => ("Allocate a social worker", "Hospital social work team"),
        DelayReason.ReferralToHub or DelayReason.ReferralsByHub => ("Send the referral today", "Transfer team"),
        DelayReason.CareHomeUnderway or DelayReason.ProviderAction => ("Ring the home for a date of its assessment", "Transfer team"),
        DelayReason.TherapyReview => ("Home visit with the occupational therapist", "Therapies"),
        DelayReason.MentalHealthBedNotAvailable => ("Ask for the mental health liaison review", "Mental health liaison"),
        DelayReason.FundingEligibility or DelayReason.EndOfLifeUnderway => ("Take to the funding panel", "Continuing healthcare team"),
        DelayReason.BedRehabilitationUnderway or DelayReason.BedRehabilitationNotAvailable => ("Ask the unit for a bed", "Transfer team"),
        DelayReason.CareHomeNotAvailable or DelayReason.EndOfLifeNotAvailable => ("Send the profile to three more homes", "Transfer team"),
        DelayReason.Equipment or DelayReason.HousingAdaptations => ("Chase the delivery of the equipment", "Community equipment"),
        DelayReason.Choice or DelayReason.FamilyConcerns => ("Meet the family with the choice policy", "Ward manager"),
        DelayReason.HousingNotAvailable or DelayReason.HomelessHousingUnderway or DelayReason.NoRecourse => ("Speak with the housing officer", "Housing options"),
        DelayReason.MedicinesOrLetter => ("Medicines and letter ready the day before", "Ward pharmacist"),
        DelayReason.Transport => ("Book transport for the morning", "Ward manager"),
        DelayReason.RestartOfCare => ("Ask the provider for a start date", "Brokerage"),
        { } home when home.Entry().Pathways.Contains(Pathway.P1) => ("Ask the brokerage for a package by the end of the week", "Brokerage"),
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

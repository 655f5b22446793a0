using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>A refusal as a page says it: without field names and codes, and with what to do next.</summary>
public static class RefusalWords
{
    /// <summary>The field at fault by its own name: <c>lines[0].total</c> is "total".</summary>
    public static string? FieldOf(Refusal refusal) => refusal.Field is { } path ? path[(path.LastIndexOf('.') + 1)..] : null;

    /// <param name="place">What the site is called that the refusal is about.</param>
    public static string Of(Refusal refusal, string? place = null) => refusal.Next is { } next ? $"{Words(refusal, place)} {next}" : Words(refusal, place);

    private static string Words(Refusal refusal, string? place) => (refusal.Code, FieldOf(refusal)) switch
    {
        (RefusalCode.ChangedMeanwhile, _) =>
            $"{refusal.By ?? "Someone"} changed these numbers while you were looking. The latest numbers are shown now. Check them, then make your change again.",
        (RefusalCode.NoVacancy, _) => "No beds of this type are free here now. Someone else may have just taken or held the last one.",
        (RefusalCode.Suspended, _) => refusal.Message + " You cannot admit anyone or hold a bed here until the suspension is lifted.",
        (RefusalCode.Invalid, "stay" or "reference") =>
            "Enter the hospital’s own reference: letters, numbers, dots, slashes and hyphens, with at least one number. Do not enter a name.",
        (RefusalCode.Invalid, "until") => "The end must be in the future, and at most 14 days ahead for a hold or 1 year for a suspension.",
        (RefusalCode.Invalid, "arrival") => "The arrival must be between now and the end of the hold.",
        (RefusalCode.Invalid, "admittedAt") => "The admission must be in the past, at most 5 years ago, and before anything recorded since.",
        (RefusalCode.Invalid, "expectedDischarge") => "The expected date must be today or later, and at most 1 year ahead.",
        (RefusalCode.Invalid, "date") => "The expected date must be at most 1 year ahead, or at most 1 month ago with a reason.",
        (RefusalCode.Invalid, "reason") => "This date has passed. Enter the reason for setting it.",
        (RefusalCode.Invalid, "since" or "day") => "Choose a day during the stay, up to today.",
        (RefusalCode.Invalid, "to") => "The person is leaving this place, so choose another one.",
        (RefusalCode.Invalid, "answerBy") => "The time for the answer must be in the future, at most 14 days ahead.",
        (RefusalCode.Invalid, "readyOn") => "The day must be today or later, at most 1 year ahead. Leave it empty if it is not known.",
        (RefusalCode.Invalid, "keptUntil") => "The date must be today or later, at most 1 year ahead. Leave it empty if you do not know.",
        (RefusalCode.Invalid, "residence" or "usualResidence") => "Choose an open care home or home care provider.",
        (RefusalCode.Invalid, "from") => "The first day must be today or later, at most 1 year ahead.",
        (RefusalCode.Invalid, "note") => "Say in a few words why this person cannot come.",
        (RefusalCode.Invalid, "seeOn") => "The day of the visit must be today or later, at most 1 year ahead. Leave it empty if it is not known.",
        (RefusalCode.Invalid, "on") => "The day must be from the first suitable offer to today, and not before the letter that comes first.",
        (RefusalCode.Invalid, "near") => "Enter a postcode or place to measure distance from.",
        (RefusalCode.Invalid, "withinKilometres") => "Enter a number of miles over 0, at most 124.",
        (RefusalCode.Invalid, "at") => "Check the date and time: past or future as the question asks, and not before the admission.",
        (RefusalCode.Invalid, "bed") => "Enter the bed’s label, at most 20 characters.",
        (RefusalCode.Invalid, "operation") => "Something was missing from this form. Reload the page and try again.",
        (RefusalCode.OperationReused, _) =>
            "This form was already sent with different details, which were saved. Check what is shown now, then make your change again.",
        (RefusalCode.AlreadyElsewhere, _) => $"This person is already on {place ?? "another ward"}. Transfer them from there, or discharge them there first.",
        (RefusalCode.NotForThisKind, _) => "This kind of site cannot do that.",
        _ => refusal.Message,
    };
}

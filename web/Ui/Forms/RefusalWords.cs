using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>A refusal as a page says it: without field names and codes, and with what to do next.</summary>
public static class RefusalWords
{
    /// <summary>The field at fault by its own name: <c>lines[0].total</c> is "total".</summary>
    public static string? FieldOf(Refusal refusal) => refusal.Field is { } path ? path[(path.LastIndexOf('.') + 1)..] : null;

    /// <param name="place">What the site is called that the refusal is about.</param>
    public static string Of(Refusal refusal, string? place = null) => (refusal.Code, FieldOf(refusal)) switch
    {
        (RefusalCode.ChangedMeanwhile, _) =>
            Before(refusal.Message, " Look again") + " The newest numbers are shown now: check them, then make your change again.",
        (RefusalCode.NoVacancy, _) => "No bed of this type is free here any more: someone else may have taken or held the last one a moment ago.",
        (RefusalCode.Suspended, _) => EndingWithoutDoubleStop(refusal.Message) + " Nobody can be admitted or promised a bed until that is lifted.",
        (RefusalCode.Invalid, "stay" or "reference") =>
            "Enter the hospital’s own reference: letters, digits, dots, slashes and hyphens, with at least one digit. Never a name.",
        (RefusalCode.Invalid, "until") => "The end must be in the future, and at most 14 days ahead for a hold or a year for a suspension.",
        (RefusalCode.Invalid, "arrival") => "The arrival must be between now and the end of the hold.",
        (RefusalCode.Invalid, "admittedAt") => "The admission must be in the past, at most five years ago, and not after what has happened since.",
        (RefusalCode.Invalid, "expectedDischarge") => "The expected date must be today or later, at most a year ahead.",
        (RefusalCode.Invalid, "date") => "The expected date must be at most a year ahead, or at most a month ago with the reason why.",
        (RefusalCode.Invalid, "reason") when refusal.Message.Contains("has passed", StringComparison.Ordinal) => "That day has passed: say why it is set nevertheless.",
        (RefusalCode.Invalid, "since" or "day") => "Choose a day of the stay, today at the latest.",
        (RefusalCode.Invalid, "to") => "The person leaves from here, so they cannot go to this place.",
        (RefusalCode.Invalid, "near") => "Enter the postcode or place from which to measure.",
        (RefusalCode.Invalid, "withinKilometres") => "Enter a number of kilometres over 0, at most 200.",
        (RefusalCode.Invalid, "at") => "Check the time: it must not be before the admission, and past or future as the question needs.",
        (RefusalCode.Invalid, "bed") => "Enter the bed’s label, at most 20 characters.",
        (RefusalCode.Invalid, "operation") => "This form was incomplete. Reload the page and try again.",
        (RefusalCode.OperationReused, _) =>
            "This form was sent before with something else in it, and that counts. Check what is shown now, then make your change again.",
        (RefusalCode.AlreadyElsewhere, _) => $"This person is on {place ?? "another ward"} already. Transfer them from there, or discharge them there first.",
        (RefusalCode.NotForThisKind, _) => "This kind of site cannot do that.",
        _ => refusal.Message,
    };

    private static string Before(string message, string end) =>
        message.IndexOf(end, StringComparison.Ordinal) is var at and >= 0 ? message[..at] : message;

    private static string EndingWithoutDoubleStop(string message) => message.TrimEnd('.') + ".";
}

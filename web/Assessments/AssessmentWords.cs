using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Assessments;

/// <summary>The codes of assessments in words.</summary>
public static class AssessmentWords
{
    public static readonly IReadOnlyList<string> ToCancel = ["No longer needed", "The person’s condition has changed", "Asked by mistake", "Another team will assess"];

    public static readonly IReadOnlyList<string> NotDelaying = ["Can be done after discharge", "Waiting for something else in any case"];

    public static IReadOnlyList<Option> Kinds { get; } = Options.Of<AssessmentKind>(each => each.Entry().Words);

    public static string Of(AssessmentOutcome outcome) => outcome switch
    {
        AssessmentOutcome.PlanAgreed => "plan agreed",
        AssessmentOutcome.NoFurtherNeeds => "no further needs",
        AssessmentOutcome.FurtherAssessment => "another assessment needed",
        AssessmentOutcome.Eligible => "eligible",
        _ => "not eligible",
    };

    /// <summary>Why the reason for delay continues, as a sentence.</summary>
    public static string Of(DelayContinues continues, DelayReason reason) => continues switch
    {
        DelayContinues.AnotherIsOpen => $"The delay “{reason.Entry().Words}” continues: another assessment is open.",
        _ => $"The delay “{reason.Entry().Words}” continues, because it was recorded separately. Mark it as resolved if it has ended.",
    };

    /// <summary>Why the reason for delay continues after an assessment has ended; null if it does not.</summary>
    public static string? WhyDelayContinues(Assessment assessment) =>
        assessment.Ended?.Delay is { } continues ? Of(continues, assessment.Delay) : null;

    /// <summary>What became of the assessments that were open when the person left, as a sentence; null if none was.</summary>
    public static string? EndedWith(Stay stay) => OpenOf(stay, "was still open and ended with the stay", "were still open and ended with the stay");

    /// <summary>The same for a move to another ward.</summary>
    public static string? MovedWith(Stay stay) => OpenOf(stay, "moved with the person", "moved with the person");

    /// <summary>What will become of them, for whoever is about to discharge the person.</summary>
    public static string? WillEndWith(Stay stay) => OpenOf(stay, "is still open and will end with the stay", "are still open and will end with the stay");

    private static string? OpenOf(Stay stay, string one, string many) => stay.Assessments.Where(each => each.IsOpen).Select(each => each.Kind.Entry().Words).ToList() switch
    {
        [] => null,
        [var only] => $"An assessment {one}: {only}.",
        var several => $"{several.Count} assessments {many}: {string.Join(", ", several)}.",
    };

    /// <summary>How long something took: "5 hours", "12 days".</summary>
    public static string Lasted(TimeSpan time) => time.TotalMinutes < 1
        ? "less than a minute"
        : Age.Of(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch + time).Replace(" ago", "", StringComparison.Ordinal);
}

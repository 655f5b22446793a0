using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.GrandRounds;

/// <summary>The form of one review: the outcome, and up to three agreed actions.</summary>
public static class ReviewForm
{
    public const string Id = "review";

    public static IReadOnlyList<int> Rows { get; } = [1, 2, 3];

    public static IReadOnlyList<Option> Outcomes { get; } =
        Options.Of<ReviewOutcome>(RoundWords.Outcome);

    public static ReviewStay Read(SentForm form, DateOnly today) => new(
        form.Required("stay", "Choose a person."),
        form.Code<ReviewOutcome>("outcome", "Choose what the round found."),
        form.Optional("note", Limits.LongText),
        [.. Rows.Where(row => IsFilledIn(form, row)).Select(row => Action(form, row, today))],
        form.Text("seen"));

    /// <summary>What was typed, on one line, for when the form itself cannot be shown again.</summary>
    public static string Typed(SentForm form) => string.Join(
        "; ",
        Rows.SelectMany(row => new[] { form.Text($"what-{row}"), form.Text($"owner-{row}") }).Prepend(form.Text("note")).OfType<string>());

    private static bool IsFilledIn(SentForm form, int row) => form.Text($"what-{row}") is not null || form.Text($"owner-{row}") is not null;

    private static NewAction Action(SentForm form, int row, DateOnly today) => new(
        form.Required($"what-{row}", "Enter the action.", Limits.LongText),
        form.Required($"owner-{row}", "Enter the owner."),
        DueDays.Read(form, $"due-{row}", today));
}

using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>
/// A date and time as somebody typed them from a clock on a wall. In autumn an hour comes twice, so which of the two is
/// meant has to be asked; in spring an hour never comes.
/// </summary>
public sealed record WallTime(DateTime Shown)
{
    /// <summary>The fields' names are the whole's with these behind.</summary>
    public const string DateEnd = "-date";
    public const string TimeEnd = "-time";

    /// <summary>The field that says which of two is meant.</summary>
    public const string ClocksEnd = "-clocks";

    private const string BeforeTheyGoBack = "before";
    private const string AfterTheyGoBack = "after";

    private readonly IReadOnlyList<DateTimeOffset> _instants = LocalTime.InstantsOf(Shown);

    /// <summary>What to choose from where the time comes twice; none where it does not.</summary>
    public IReadOnlyList<Option> Choices => _instants is [var before, var after]
        ? [
            new(BeforeTheyGoBack, $"{Time} before the clocks go back ({LocalTime.Abbreviation(before)})"),
            new(AfterTheyGoBack, $"{Time} after ({LocalTime.Abbreviation(after)})")
        ]
        : [];

    /// <summary>What the choice asks.</summary>
    public string Question => $"Which {Time}?";

    private string Time => Shown.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Day => Shown.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Null where either is missing or cannot be read.</summary>
    public static WallTime? Typed(string? date, string? time) =>
        date is not null && time is not null && TypedTime.Date(date) is { } day && TypedTime.TimeOfDay(time) is { } clock ? new(day.ToDateTime(clock)) : null;

    /// <summary>What is chosen where it is this instant that is shown; null where there is nothing to choose.</summary>
    public static string? ChoiceOf(DateTimeOffset at)
    {
        var instants = LocalTime.InstantsOf(LocalDay.ToLocal(at).DateTime);
        return instants.Count < 2 ? null : at == instants[0] ? BeforeTheyGoBack : AfterTheyGoBack;
    }

    /// <summary>The instant meant, or what is wrong.</summary>
    /// <param name="name">The name of the whole.</param>
    /// <param name="clocks">Which of two is meant, where that was asked.</param>
    public (DateTimeOffset? At, FieldProblem? Problem) Instant(string name, string? clocks) => (_instants, clocks) switch
    {
        ([var only], _) => (only, null),
        ([var before, _], BeforeTheyGoBack) => (before, null),
        ([_, var after], AfterTheyGoBack) => (after, null),
        ([], _) => (null, new(name + TimeEnd, $"There is no {Time} on {Day}: the clocks go forward from 01:00 to 02:00. Enter a time before 01:00 or from 02:00.")),
        _ => (null, new(name + ClocksEnd, $"Choose which {Time} you mean: the clocks go back on {Day}, so this time happens twice.")),
    };
}

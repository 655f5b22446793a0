using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Pages.Sites;

/// <summary>One person of a ward or unit, in words.</summary>
public sealed record PersonView(Stay Stay, LocalityPolicy Policy, DateTimeOffset Now)
{
    public int Midnights => Stay.Midnights(Now);

    public string Age => Stay.Age is AgeBand.NotKnown or AgeBand.Under18 ? StayWords.Of(Stay.Age) : $"aged {StayWords.Of(Stay.Age)}";

    public string LengthOfStay => Midnights == 0 ? "Came today" : $"{Nights(Midnights)} in hospital";

    /// <summary>How long a stay it is, where it is a long one.</summary>
    public string? LongStay => IsSuperStranded ? "Super-stranded" : Midnights >= Policy.LongStayMidnights ? "Long stay" : null;

    public bool IsSuperStranded => Midnights >= Policy.SuperStrandedMidnights;

    public bool IsOverdue => Stay.IsOverdue(Now);

    public string ExpectedDischarge => Stay.ExpectedDischarge is { } day
        ? IsOverdue
            ? $"Was expected to go {QuickTimes.InSentence(day, Today)}: {Days(Today.DayNumber - day.DayNumber)} overdue"
            : $"Expected to go {QuickTimes.InSentence(day, Today)}"
        : "No expected date of discharge";

    public string? Optimised => Stay.Optimised is { } optimised
        ? LocalDay.Midnights(optimised.At, Now) is var nights and > 0 ? $"Medically optimised for {Nights(nights)}" : "Medically optimised today"
        : null;

    public string? Home => Stay.HomeLocality is { } home ? $"Lives in {Labels.OfPart(home)}" : null;

    public string? Moving => Stay.Transfer is { } transfer ? $"Moving to {Labels.OfPart(transfer.To.Name)} since {QuickTimes.Of(transfer.Begun, Now)}" : null;

    /// <summary>Days that an expected date of discharge mostly is, the next ones first.</summary>
    public IReadOnlyList<Option> NextDays =>
    [
        Day(0, "Today"),
        Day(1, "Tomorrow"),
        Day(2, $"+2 days, {Today.AddDays(2).ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)}"),
        Day(3, $"+3 days, {Today.AddDays(3).ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)}"),
    ];

    private DateOnly Today => LocalDay.Of(Now);

    private Option Day(int ahead, string label) =>
        new(Today.AddDays(ahead).ToString("O", System.Globalization.CultureInfo.InvariantCulture), label);

    private static string Nights(int count) => count == 1 ? "1 night" : $"{count} nights";

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";
}

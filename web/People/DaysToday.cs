using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>The red and green days of some people today.</summary>
/// <param name="Red">Why days are red, the most common reason first.</param>
/// <param name="NotMarked">Days that nobody has marked; they count as red.</param>
public sealed record DaysToday(int Green, IReadOnlyList<(string Reason, int Count)> Red, int NotMarked)
{
    public static DaysToday Of(IEnumerable<Stay> stays, DateOnly today)
    {
        var days = stays.Select(stay => new DayView(today, today, stay.Plan?.Of(today))).ToList();
        return new(
            days.Count(day => day.IsGreen),
            [.. days.Where(day => !day.IsGreen && !day.IsSilent).CountBy(day => day.Marked!.Reason?.Entry().Words ?? "no reason given")
                .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => (reason.Key, reason.Value))],
            days.Count(day => day.IsSilent));
    }

    /// <summary>"Today: 3 green, 2 red (Medicines to take home: 2), 15 not marked yet."</summary>
    public string Words
    {
        get
        {
            var reasons = string.Join("; ", Red.Select(reason => $"{reason.Reason}: {reason.Count}"));
            return $"Today: {Green} green, {Red.Sum(reason => reason.Count)} red{(reasons.Length == 0 ? "" : $" ({reasons})")}, {NotMarked} not marked yet.";
        }
    }
}

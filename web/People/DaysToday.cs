using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>The red and green days of some people today.</summary>
/// <param name="Red">Why days are red, the most common reason first.</param>
/// <param name="NotMarkedYet">Days that nobody has marked; they count as red once today is over.</param>
public sealed record DaysToday(int Green, IReadOnlyList<(string Reason, int Count)> Red, int NotMarkedYet)
{
    public static DaysToday Of(IEnumerable<Stay> stays, DateOnly today)
    {
        var days = stays.Select(stay => new DayView(today, today, stay.Plan?.Of(today))).ToList();
        return new(
            days.Count(day => day.IsGreen),
            [.. days.Where(day => day is { IsGreen: false, IsNotMarkedYet: false }).CountBy(day => day.Marked!.Reason?.Entry().Words ?? "no reason given")
                .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => (reason.Key, reason.Value))],
            days.Count(day => day.IsNotMarkedYet));
    }

    /// <summary>"Today: 3 green, 2 red (Awaiting patient transport services: 2), 15 not marked yet."</summary>
    public string Words
    {
        get
        {
            var reasons = string.Join("; ", Red.Select(reason => $"{reason.Reason}: {reason.Count}"));
            return $"Today: {Green} green, {Red.Sum(reason => reason.Count)} red{(reasons.Length == 0 ? "" : $" ({reasons})")}, {NotMarkedYet} not marked yet.";
        }
    }
}

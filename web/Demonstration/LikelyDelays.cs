using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>Draws reasons for delay as often as England's hospitals had them in 2025-26.</summary>
internal static class LikelyDelays
{
    /// <param name="families">From which families; none for all.</param>
    public static DelayReason Delay(this Random random, Pathway? pathway, params DelayFamily[] families)
    {
        var entries = DelayReasons.All.Select(reason => reason.Entry())
            .Where(entry => entry.Fits(pathway) && (families.Length == 0 || families.Contains(entry.Family)))
            .ToList();
        var number = random.Next(entries.Sum(entry => entry.Often));
        return entries.First(entry => (number -= entry.Often) < 0).Reason;
    }
}

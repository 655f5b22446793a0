using CapacityBoard.Beds;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>The beds of one type at one midnight.</summary>
internal readonly record struct BedNight(DateOnly Day, BedType Type, int Total, int Occupied, int Closed, int Held)
{
    /// <summary>Not occupied, closed or held, whether or not suspended.</summary>
    public int Vacant => Total - Occupied - Closed - Held;
}

/// <summary>Beds at the midnight with which each day begins, as the board showed them; later records change nothing.</summary>
internal static class BedNights
{
    public static IReadOnlyList<BedNight> Of(KnownFacts facts, ReportQuestion question)
    {
        var days = question.Days.Select(day => (Day: day, At: LocalDay.StartOf(day))).TakeWhile(midnight => midnight.At <= question.Now).ToArray();
        var holds = facts.Holds.ToLookup(hold => (hold.Site, hold.Type));
        var nights = new Dictionary<(DateOnly, BedType), BedNight>();
        foreach (var line in facts.Lines.Where(line => question.Covers(HospitalOrUnit.Of(line.Site)) && question.Covers(line.Type)))
        {
            var (states, kept, index) = (line.States, holds[(line.Site, line.Type)].ToArray(), -1);
            foreach (var (day, at) in days)
            {
                while (index + 1 < states.Length && states.Span[index + 1].At <= at)
                {
                    index++;
                }

                if (index >= 0 && states.Span[index] is { Total: > 0 } state)
                {
                    var night = nights.GetValueOrDefault((day, line.Type));
                    nights[(day, line.Type)] = new(
                        day,
                        line.Type,
                        night.Total + state.Total,
                        night.Occupied + state.Occupied,
                        night.Closed + state.Closed,
                        night.Held + kept.Count(hold => hold.IsLive(at)));
                }
            }
        }

        return [.. nights.Values.OrderBy(night => night.Type).ThenBy(night => night.Day)];
    }
}

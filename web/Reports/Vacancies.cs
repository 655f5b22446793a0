using CapacityBoard.Reports.Facts;

namespace CapacityBoard.Reports;

/// <summary>One bed that was vacant and available.</summary>
/// <param name="To">Null while it is.</param>
/// <param name="IsFilled">True if it was then held or occupied; false if it was closed or removed.</param>
internal readonly record struct VacancySpell(DateTimeOffset From, DateTimeOffset? To, bool IsFilled);

/// <summary>
/// How long vacancies last. A line records how many beds are available (total − occupied − closed − held), but not which, so the
/// one vacant longest is assumed to be filled first. Changes at one instant count as one, so a hold that becomes an admission
/// begins and ends no vacancy. A hold that runs out begins one.
/// </summary>
internal static class Vacancies
{
    public static IEnumerable<VacancySpell> Of(LineHistory line, IEnumerable<HoldHistory> holds, DateTimeOffset now)
    {
        var empty = new Queue<DateTimeOffset>();
        foreach (var (at, free, taken) in Changes(line, holds, now))
        {
            for (var begun = 0; begun < free; begun++)
            {
                empty.Enqueue(at);
            }

            for (var ended = 0; ended < -free && empty.TryDequeue(out var from); ended++)
            {
                yield return new(from, at, ended < taken);
            }
        }

        foreach (var from in empty)
        {
            yield return new(from, null, false);
        }
    }

    /// <summary>By instant: the changes in available beds, and in held or occupied ones.</summary>
    private static List<(DateTimeOffset At, int Free, int Taken)> Changes(LineHistory line, IEnumerable<HoldHistory> holds, DateTimeOffset now)
    {
        var changes = new List<(DateTimeOffset At, int Free, int Taken)>();
        var before = default(LineState);
        foreach (var state in line.States.Span)
        {
            changes.Add((state.At, state.Vacant - before.Vacant, state.Occupied - before.Occupied));
            before = state;
        }

        foreach (var hold in holds)
        {
            changes.Add((hold.Placed, -1, 1));
            if (hold.End <= now)
            {
                changes.Add((hold.End, 1, -1));
            }
        }

        changes.Sort((one, other) => one.At.CompareTo(other.At));
        return Joined(changes);
    }

    private static List<(DateTimeOffset At, int Free, int Taken)> Joined(List<(DateTimeOffset At, int Free, int Taken)> changes)
    {
        var joined = new List<(DateTimeOffset At, int Free, int Taken)>(changes.Count);
        foreach (var change in changes)
        {
            if (joined.Count > 0 && joined[^1].At == change.At)
            {
                var last = joined[^1];
                joined[^1] = (last.At, last.Free + change.Free, last.Taken + change.Taken);
            }
            else
            {
                joined.Add(change);
            }
        }

        return joined;
    }
}

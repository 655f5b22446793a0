using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>Takes away what was cancelled.</summary>
internal static class VisitStatements
{
    /// <summary>
    /// All statements, unless two visits that were each admitted are merged: then those about the one that remains, since what is said of the other was
    /// said of a stay that never was.
    /// </summary>
    public static IEnumerable<FeedStatement> OfSurvivor(IReadOnlyCollection<FeedStatement> statements)
    {
        var replaced = statements.Select(each => each.Prior).OfType<string>().ToHashSet(StayReferences.Comparer);
        return replaced.Count > 0 && statements.Any(each => each.Kind == StatementKind.Admitted && !replaced.Contains(each.Reference))
            ? statements.Where(each => !replaced.Contains(each.Reference))
            : statements;
    }

    /// <summary>The statements that count. A cancellation that says where the person is counts as saying so.</summary>
    public static List<FeedStatement> Counted(IReadOnlyList<FeedStatement> statements)
    {
        var left = statements.Where(each => each.Kind is not (StatementKind.NeverAdmitted or StatementKind.MoveCancelled or StatementKind.DischargeCancelled)).ToList();
        foreach (var cancel in statements.Where(each => each.Kind is StatementKind.MoveCancelled or StatementKind.DischargeCancelled).OrderBy(Order))
        {
            var cancelled = Cancelled(cancel, left);
            left.RemoveAll(cancelled.Contains);
            if (cancel.Place is not null && cancelled.All(each => each.Place != cancel.Place))
            {
                left.Add(cancel with { Kind = StatementKind.Moved });
            }
        }

        return left;
    }

    /// <summary>The order in which things happened; what happened at once, in the order of a stay.</summary>
    public static (DateTimeOffset, DateTimeOffset, int, string) Order(FeedStatement statement) => (statement.Occurred, statement.Recorded, (int)statement.Kind, statement.Id);

    /// <summary>A cancelled discharge takes every discharge before it away; a cancelled move takes the one of its time, otherwise the last.</summary>
    private static List<FeedStatement> Cancelled(FeedStatement cancel, List<FeedStatement> statements)
    {
        var before = statements.Where(each => each.Recorded <= cancel.Recorded);
        if (cancel.Kind == StatementKind.DischargeCancelled)
        {
            return [.. before.Where(each => each.Kind == StatementKind.Left)];
        }

        var moves = before.Where(each => each.Kind == StatementKind.Moved).OrderBy(Order).ToList();
        return moves.LastOrDefault(each => each.Occurred == cancel.Cancels) is { } named ? [named] : moves[Math.Max(0, moves.Count - 1)..];
    }
}

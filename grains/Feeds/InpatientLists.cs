using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>Checks lists of who is in hospital.</summary>
public static class InpatientLists
{
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    public static Refusal? Check(InpatientList list, FeedDefinition feed, DateTimeOffset now)
    {
        if (list.At > now || list.At < now - Oldest)
        {
            return Limits.Invalid("at", $"The list is of {Words.Of(list.At)}. It must be of the last 24 hours.");
        }

        if (list.Lines.IsDefaultOrEmpty)
        {
            return Limits.Invalid("lines", "The list has nobody on it. Everybody would leave the board, so it is not taken.");
        }

        if (list.Lines.GroupBy(line => line.Reference, StayReferences.Comparer).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return Limits.Invalid("lines", $"{twice.Key} is on the list twice.");
        }

        return list.Lines.Select((line, index) => Check(line, index + 1, feed)).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Check(InpatientLine line, int number, FeedDefinition feed) =>
        StayReferences.Check(line.Reference, $"lines[{number - 1}].reference")
        ?? (feed.RuleOf(line.Location) is null ? Limits.Invalid($"lines[{number - 1}].location", $"Line {number}: the location {line.Location} is not mapped to a ward.") : null);
}

using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>Beds that the hospital's system says nobody may be put in: closed, being cleaned, isolated or contaminated (table 0116).</summary>
internal static class BedStatuses
{
    /// <summary>The command that makes a ward's closed beds as many as that; null if they are.</summary>
    /// <param name="beds">The last status of each bed of the ward. If there is none, people close its beds.</param>
    public static SiteCommand? Next(Site ward, IReadOnlyCollection<BedStatement> beds, DateTimeOffset now)
    {
        if (beds.Count == 0 || ward.Capacity.Line(BedType.Inpatient) is not { } line)
        {
            return null;
        }

        var closed = beds.Where(bed => WordOf(bed.Status) is not null && !ward.Stays.All.Any(stay => stay.IsIn(bed.Bed))).ToImmutableArray();
        var more = Math.Min(closed.Length - line.Closed, ward.Capacity.Unpromised(line, now));
        return more switch
        {
            > 0 => new CloseBeds(BedType.Inpatient, more, string.Join(", ", closed.CountBy(bed => WordOf(bed.Status)!).Select(each => $"{each.Value} {each.Key}"))),
            < 0 when closed.Length < line.Closed => new ReopenBeds(BedType.Inpatient, line.Closed - closed.Length),
            _ => null,
        };
    }

    private static string? WordOf(string status) => status switch
    {
        "C" => "closed",
        "H" => "being cleaned",
        "I" => "isolated",
        "K" => "contaminated",
        _ => null,
    };
}

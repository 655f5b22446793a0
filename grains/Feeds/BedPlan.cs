using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Decides who is in which bed of a ward when the hospital's system has two people in one: the later has the bed, the other the bed's label with a
/// number until the hospital's system knows better. Whoever was moved on the board stays where the board has them.
/// </summary>
internal static class BedPlan
{
    private const string NoBed = "No bed";

    /// <summary>The next change of beds; null if none is left.</summary>
    /// <param name="claims">Who is on the ward by the hospital's system.</param>
    /// <param name="said">References of whom it has just said something.</param>
    public static SiteCommand? Next(Site ward, IReadOnlyCollection<Visit> claims, IReadOnlySet<string> said)
    {
        var pairs = ward.Stays.All.Select(stay => (Stay: stay, Claim: claims.FirstOrDefault(claim => claim.Is(stay.Reference)))).ToList();
        var free = pairs.Where(pair => pair.Claim is { Bed.Length: > 0 } claim && (said.Contains(claim.Reference) || IsOf(claim.Bed, pair.Stay.Bed))).ToList();
        var taken = pairs.Except(free).Select(pair => pair.Stay.Bed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (stay, claim) in free.OrderByDescending(pair => pair.Claim!.InBedSince).ThenBy(pair => pair.Claim!.Reference, StringComparer.Ordinal))
        {
            var label = FirstFree(claim!.Bed, taken);
            taken.Add(label);
            if (!stay.IsIn(label))
            {
                return ward.Stays.All.FirstOrDefault(other => other.IsIn(label)) is { } other
                    ? other.Transfer is null ? new SwapBeds(stay.Reference, other.Reference) : null
                    : new ChangeBed(stay.Reference, label);
            }
        }

        return null;
    }

    /// <summary>True if somebody has their bed's label with a number.</summary>
    public static bool IsCrowded(Site ward, IReadOnlyCollection<Visit> claims) =>
        claims.Any(claim => ward.Stays.All.Any(stay => claim.Is(stay.Reference) && !stay.IsIn(claim.Bed) && claim.Bed.Length > 0 && IsOf(claim.Bed, stay.Bed)));

    /// <summary>A label for somebody who comes to a ward: the bed's own, or one with a number while somebody else is in the bed.</summary>
    public static string LabelFor(string bed, Site ward) =>
        FirstFree(bed.Length == 0 ? NoBed : bed, ward.Stays.All.Select(stay => stay.Bed).ToHashSet(StringComparer.OrdinalIgnoreCase));

    private static string FirstFree(string bed, HashSet<string> taken) => Labels(bed).First(label => !taken.Contains(label));

    private static IEnumerable<string> Labels(string bed) => Enumerable.Range(1, Limits.MostBeds + 1).Select(number => number == 1 ? bed : $"{bed} ({number})");

    /// <summary>True for a bed's own label, and for it with a number.</summary>
    private static bool IsOf(string bed, string label) => label.Equals(bed, StringComparison.OrdinalIgnoreCase)
        || (label.StartsWith($"{bed} (", StringComparison.OrdinalIgnoreCase) && label.EndsWith(')'));
}

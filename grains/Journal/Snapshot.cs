using System.Text.Json;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// A site's state after one of its entries, kept beside the journal so that the entries before it need not be read again. Grains,
/// boards and the past begin from it.
/// </summary>
/// <param name="Version">The entry's version.</param>
/// <param name="Position">The entry's position.</param>
/// <param name="At">The entry's time.</param>
/// <param name="State">The state's JSON.</param>
public sealed record Snapshot(SiteKey Site, SiteKind Kind, long Version, long Position, DateTimeOffset At, byte[] State)
{
    /// <summary>
    /// How many entries of a site there are from one snapshot to the next. To show a locality of 150 sites in the past, half that
    /// many are folded for each on average.
    /// </summary>
    public const int EntriesBetween = 64;

    /// <summary>Names the form of the state. Increase it when the state's JSON changes its meaning: snapshots of other shapes are ignored.</summary>
    public const int Shape = 4;

    /// <param name="site">Not one of whose events some cannot be read: a newer version may read them.</param>
    /// <param name="position">The position of its last entry.</param>
    public static Snapshot Of(Site site, long position) => new(
        site.Key, site.Kind, site.Version, position, site.LastAt, JsonSerializer.SerializeToUtf8Bytes(site, site.GetType(), DomainJson.Options));

    /// <summary>The state; null if it cannot be read, so that the entries have to be.</summary>
    public Site? Read()
    {
        try
        {
            return (Site?)JsonSerializer.Deserialize(State, Sites.Site.Empty(Kind, Site).GetType(), DomainJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

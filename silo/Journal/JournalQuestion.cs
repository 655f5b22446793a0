using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

/// <summary>A search of the journal. A part that is null matches every entry.</summary>
/// <param name="Under">
/// A locality, a hospital as <c>locality/hospital</c>, or a site. It matches all sites whose keys begin with its parts:
/// <c>stockport</c> matches <c>stockport/fernlea</c>, not <c>stockport-east/fernlea</c>.
/// </param>
/// <param name="By">The exact name of the sender: a person, a machine that acted for somebody, or whom that machine says it acted for.</param>
/// <param name="Stay">The hospital's reference of a stay that the event names; case does not matter.</param>
/// <param name="From">The earliest time, inclusive; whole milliseconds.</param>
/// <param name="To">The end of the time, exclusive; whole milliseconds.</param>
/// <param name="Before">Only entries before this position, to continue from the last one found.</param>
/// <param name="After">Only entries after this position; older ones are not read at all.</param>
public sealed record JournalQuestion(
    string? Under = null, string? By = null, string? Stay = null, DateTimeOffset? From = null, DateTimeOffset? To = null, long? Before = null, long After = 0)
{
    /// <summary>Separates a person from the machine that acted for them in an entry's <c>by</c>: <c>Sister Brown via Ward system</c>.</summary>
    public const string Via = " via ";

    /// <summary>True if <paramref name="by"/> matches the name asked for.</summary>
    public bool IsBy(string by) => By is null || by == By || $"{Via}{by}{Via}".Contains($"{Via}{By}{Via}", StringComparison.Ordinal);

    /// <summary>
    /// False if some part has a value that no entry can have, so nothing matches. The values left contain no character with a
    /// meaning in JSON, and none that PostgreSQL refuses.
    /// </summary>
    internal bool CanBeMet =>
        (Under is null || SiteKey.IsPart(Under) || SiteKey.TryParse(Under, out _))
        && By?.Contains('\0', StringComparison.Ordinal) != true
        && StayReferences.CheckOptional(Stay, nameof(Stay)) is null;
}

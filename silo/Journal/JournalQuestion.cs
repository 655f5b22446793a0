using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

/// <summary>What is asked of the journal. A part that is null asks nothing.</summary>
/// <param name="Under">
/// A locality, a hospital as <c>locality/hospital</c>, or a site. It stands for all sites whose keys begin with its parts:
/// <c>stockport</c> for <c>stockport/fernlea</c>, not for <c>stockport-east/fernlea</c>.
/// </param>
/// <param name="By">Who sent the command, to the letter: also a machine that did so for somebody, and whom it says that it did so for.</param>
/// <param name="Stay">The hospital's reference of a stay that the event names, in capitals or not.</param>
/// <param name="From">The earliest time, itself included; whole milliseconds.</param>
/// <param name="To">The time before which it was; whole milliseconds.</param>
/// <param name="Before">Only entries before this position, to go on from the last one found.</param>
/// <param name="After">Only entries after this position: what is older is not read at all.</param>
public sealed record JournalQuestion(
    string? Under = null, string? By = null, string? Stay = null, DateTimeOffset? From = null, DateTimeOffset? To = null, long? Before = null, long After = 0)
{
    /// <summary>Stands in an entry's <c>by</c> between somebody and the machine that acted for them: <c>Sister Brown via Ward system</c>.</summary>
    public const string Via = " via ";

    /// <summary>True where an entry is by whom it is asked for.</summary>
    public bool IsBy(string by) => By is null || by == By || $"{Via}{by}{Via}".Contains($"{Via}{By}{Via}", StringComparison.Ordinal);

    /// <summary>
    /// False where a part of it is nothing that an entry could have, so that no entry meets it. What is left holds no
    /// character that means something in JSON, and none that PostgreSQL refuses.
    /// </summary>
    internal bool CanBeMet =>
        (Under is null || SiteKey.IsPart(Under) || SiteKey.TryParse(Under, out _))
        && By?.Contains('\0', StringComparison.Ordinal) != true
        && StayReferences.CheckOptional(Stay, nameof(Stay)) is null;
}

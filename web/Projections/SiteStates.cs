using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Projections;

/// <summary>The state of every site, folded from the journal by the same <see cref="Site.Apply"/> as in its grain.</summary>
public sealed class SiteStates
{
    private readonly Dictionary<SiteKey, Site> _sites = [];

    public IReadOnlyCollection<Site> All => _sites.Values;

    public FoldedEntry Fold(JournalEntry entry)
    {
        var before = _sites.GetValueOrDefault(entry.Site);
        var after = (before ?? (entry.Event is SiteRegistered registered ? Site.Empty(registered.Details.Kind, entry.Site) : null))?.Apply(entry);
        if (after is not null)
        {
            _sites[entry.Site] = after;
        }

        return new(entry, before, after);
    }
}

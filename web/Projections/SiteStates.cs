using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Projections;

/// <summary>The state of every site, folded from the journal by the same <see cref="Site.Apply"/> as in its grain.</summary>
public sealed class SiteStates
{
    private readonly Dictionary<SiteKey, Site> _sites = [];

    public IReadOnlyCollection<Site> All => _sites.Values;

    /// <summary>A site after an entry; null where no entry has registered it yet.</summary>
    public static Site? After(Site? before, JournalEntry entry) =>
        (before ?? (entry.Event is SiteRegistered registered ? Site.Empty(registered.Details.Kind, entry.Site) : null))?.Apply(entry);

    /// <summary>Begins with a site as entries before have left it.</summary>
    public void Begin(Site site) => _sites[site.Key] = site;

    public FoldedEntry Fold(JournalEntry entry)
    {
        var before = _sites.GetValueOrDefault(entry.Site);
        var after = After(before, entry);
        if (after is not null)
        {
            _sites[entry.Site] = after;
        }

        return new(entry, before, after);
    }
}

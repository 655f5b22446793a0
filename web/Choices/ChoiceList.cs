using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>
/// For one person's needs, the places with a vacancy and, apart, those without, each with why. Made again from the same
/// version of the board and the same instant, it is the same list.
/// </summary>
/// <param name="From">The ward or unit that the person is on.</param>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="Near">Where distances are measured from; null where the needs name nothing, or nothing that the board knows.</param>
/// <param name="Version">The position of the last entry of the journal that it is made from.</param>
/// <param name="FreeNow">Fit, with a bed that is available now; the best first, by <see cref="ChoiceRank"/>.</param>
/// <param name="FreeSoon">Fit, and a bed is expected within 24 hours.</param>
/// <param name="Full">Fit, with nothing free and nothing expected.</param>
/// <param name="Excluded">Where the person cannot be placed, with every reason; by name.</param>
/// <param name="Held">The beds that are held for this person, the next to run out first.</param>
public sealed record ChoiceList(
    SiteKey From,
    string Stay,
    Needs Needs,
    Place? Near,
    DateTimeOffset At,
    long Version,
    ImmutableArray<ListedSite> FreeNow,
    ImmutableArray<ListedSite> FreeSoon,
    ImmutableArray<ListedSite> Full,
    ImmutableArray<ExcludedSite> Excluded,
    ImmutableArray<HeldBed> Held)
{
    /// <summary>What a person or family may choose from, the best first.</summary>
    public IEnumerable<ListedSite> Listed() => FreeNow.Concat(FreeSoon).Concat(Full);

    /// <summary>The list without people's words and names from localities whose boards show the reader none.</summary>
    /// <param name="showsWords">True for a locality whose whole board the reader may see.</param>
    public ChoiceList Seen(Func<string, bool> showsWords)
    {
        return this with
        {
            FreeNow = [.. FreeNow.Select(Seen)],
            FreeSoon = [.. FreeSoon.Select(Seen)],
            Full = [.. Full.Select(Seen)],
            Excluded = [.. Excluded.Select(site => showsWords(site.Site.Locality) ? site : site.WithoutWords())],
        };

        ListedSite Seen(ListedSite site) => showsWords(site.Site.Locality) ? site : site.WithoutWords();
    }
}

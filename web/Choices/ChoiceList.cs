using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>
/// For one person's needs, the places with a vacancy and, separately, those without, each with reasons. The same board version
/// and time always give the same list.
/// </summary>
/// <param name="From">The ward or unit where the person is.</param>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="Near">
/// The place from which distances are measured; null if the needs name none, or none that the board knows.
/// </param>
/// <param name="Version">The journal position of the last entry included.</param>
/// <param name="FreeNow">Places that fit and have a bed available now, best first by <see cref="ChoiceRank"/>.</param>
/// <param name="FreeSoon">Places that fit and expect a bed within 24 hours.</param>
/// <param name="Full">Places that fit, with nothing free or expected.</param>
/// <param name="Excluded">Places where the person cannot be placed, with every reason; by name.</param>
/// <param name="Held">The beds held for this person, the next to expire first.</param>
/// <param name="Home">The usual residence that they can go back to, which is in no other part of the list; null if there is none.</param>
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
    ImmutableArray<HeldBed> Held,
    TheirHome? Home = null)
{
    /// <summary>What a person or family may choose from, best first.</summary>
    public IEnumerable<ListedSite> Listed() => FreeNow.Concat(FreeSoon).Concat(Full);

    /// <summary>The list without free text and names from localities whose whole boards the reader may not see.</summary>
    /// <param name="showsWords">True for a locality whose whole board the reader may see.</param>
    public ChoiceList Seen(Func<string, bool> showsWords)
    {
        return this with
        {
            Home = Home is { } home && !showsWords(home.Site.Locality) ? home.WithoutWords() : Home,
            FreeNow = [.. FreeNow.Select(Seen)],
            FreeSoon = [.. FreeSoon.Select(Seen)],
            Full = [.. Full.Select(Seen)],
            Excluded = [.. Excluded.Select(site => showsWords(site.Site.Locality) ? site : site.WithoutWords())],
        };

        ListedSite Seen(ListedSite site) => showsWords(site.Site.Locality) ? site : site.WithoutWords();
    }
}

using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Matching;

/// <summary>Reads from the boards what a choice list is made of.</summary>
internal sealed class ChoiceListSource(Boards boards, LocalityPolicies policies, TimeProvider clock)
{
    /// <summary>Boards that change while they are read are read again, and so often not each time.</summary>
    private const int MostReads = 20;

    /// <summary>The list of now; null where the board has no such stay at the site.</summary>
    public async Task<PersonsChoices?> Now(SiteKey from, string reference, CancellationToken token)
    {
        await boards.UpToDate(token);
        for (var reads = 1; ; reads++)
        {
            var read = new BoardsRead(boards);
            var person = Make(from, reference, read);
            if (read.AreOfOneMoment() || reads == MostReads)
            {
                return person;
            }
        }
    }

    private PersonsChoices? Make(SiteKey from, string reference, BoardsRead read)
    {
        if (read.Of(from.Locality).FirstOrDefault(site => site.Key == from) is not { Details: { } details } site
            || site.Stays.Find(reference) is not { } stay)
        {
            return null;
        }

        if (stay.Plan?.Needs is not { } needs)
        {
            return new(from, details, stay, null);
        }

        var localities = LocalitiesOf(from, stay, needs);
        var sought = new Sought(from, stay, needs, PlaceOf(needs, read.Of(stay.HomeLocality ?? from.Locality), [.. localities.SelectMany(read.Of)]));
        foreach (var locality in InReach(sought))
        {
            read.Of(locality);
        }

        return new(from, details, stay, ChoiceLists.Make(sought, read.Sites, policies, clock.GetUtcNow(), read.Version));
    }

    /// <summary>The localities that the person's needs name, whatever the distance.</summary>
    private static List<string> LocalitiesOf(SiteKey from, Stay stay, Needs needs) =>
        [.. needs.Wished.Select(wished => wished.Locality).Append(from.Locality).Append(stay.HomeLocality ?? from.Locality).Distinct()];

    /// <summary>
    /// Where distances are measured from: a place among the sites of the localities that the needs name, or else of all.
    /// </summary>
    private Place? PlaceOf(Needs needs, IReadOnlyList<Site> home, IReadOnlyList<Site> named) => needs.Near is not { } near
        ? null
        : Places.Find(near, home, named) ?? Places.Find(near, home, boards.All.SelectMany(board => board.Sites()));

    /// <summary>The localities with a site within the distance that is wanted.</summary>
    private IEnumerable<string> InReach(Sought sought) => sought is { Near: not null, Needs.WithinKilometres: not null }
        ? boards.All.Where(board => board.Sites().Any(sought.IsWithinReach)).Select(board => board.Locality)
        : [];
}

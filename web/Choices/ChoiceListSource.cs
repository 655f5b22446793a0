using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>Reads what a choice list is made from: this node's boards now, or as they were.</summary>
internal sealed class ChoiceListSource(
    Boards boards, FoldProgress progress, BoardHistory history, LocalityPolicies policies, KnownPostcodes postcodes, TimeProvider clock)
{
    /// <summary>The most attempts, since boards that change while they are read are read again.</summary>
    private const int MostReads = 20;

    /// <summary>
    /// The list now or at a past time; null if the site has, or had, no such stay. For a person now at the site, a past list is
    /// also found if they were then on another ward of the hospital.
    /// </summary>
    public async Task<PersonsChoices?> Read(SiteKey from, string reference, AsAt asAt, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (asAt.Past is { } at)
        {
            var past = new PastSites(history, asAt, token);
            var isHere = boards.Find(from)?.Stays.Find(reference) is not null;
            return await Make(site => isHere ? HeldStays.IsWithin(from, site) : site == from, from, reference, past, postcodes.At(at), () => (past.Version, at));
        }

        for (var reads = 1; ; reads++)
        {
            var present = new PresentSites(boards);
            var person = await Make(site => site == from, from, reference, present, postcodes.Now, () => (present.Version, clock.GetUtcNow()));
            if (present.AreOfOneMoment() || reads == MostReads)
            {
                return person;
            }
        }
    }

    private async Task<PersonsChoices?> Make(
        Func<SiteKey, bool> isWhere, SiteKey asked, string reference, ISitesRead read, PostcodeDirectory? directory, Func<(long Version, DateTimeOffset At)> stamp)
    {
        if ((await read.Of(asked.Locality)).FirstOrDefault(site => isWhere(site.Key) && site.Stays.Find(reference) is not null) is not { Details: { } details } site)
        {
            return null;
        }

        var (from, stay) = (site.Key, site.Stays.Find(reference)!);
        var residence = stay.UsualResidence is { } recorded ? new PersonsResidence(from, stay, (await read.Of(recorded.Place.Locality)).FirstOrDefault(each => each.Key == recorded.Place)) : null;
        if (stay.Plan?.Needs is not { } needs)
        {
            return new(from, details, stay, null, residence);
        }

        var sought = new Sought(from, stay, needs, await PlaceOf(from, stay, needs, read, directory));
        foreach (var locality in InReach(boards, sought))
        {
            await read.Of(locality);
        }

        var (version, at) = stamp();
        return new(from, details, stay, ChoiceLists.Make(sought, read.Sites, policies, at, version), residence);
    }

    /// <summary>
    /// Reads the localities that the needs name, whatever the distance, and finds the place from which distances are measured:
    /// in the postcode directory or among their sites, so that remaking the list gives the same place, or else among those of all boards.
    /// </summary>
    private async Task<Place?> PlaceOf(SiteKey from, Stay stay, Needs needs, ISitesRead read, PostcodeDirectory? directory)
    {
        foreach (var locality in needs.Wished.Select(wished => wished.Locality))
        {
            await read.Of(locality);
        }

        var home = await read.Of(stay.HomeLocality ?? from.Locality);
        return needs.Near is not { } near
            ? null
            : Places.Find(near, home, read.Sites, directory) ?? Places.Find(near, home, boards.All.SelectMany(board => board.Sites()), directory);
    }

    /// <summary>The localities with a site within the wanted distance. Sites do not move.</summary>
    public static IEnumerable<string> InReach(Boards boards, Sought sought) => sought is { Near: not null, Needs.WithinKilometres: not null }
        ? boards.All.Where(board => MayBeInReach(board, sought) && board.Sites().Any(sought.IsWithinReach)).Select(board => board.Locality)
        : [];

    private static bool MayBeInReach(LocalityBoard board, Sought sought) =>
        board.Extent?.MayReach(sought.Near!.Position, sought.Needs.WithinKilometres!.Value) == true;
}

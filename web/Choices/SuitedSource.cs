using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>Finds who could come to a place from this node's boards, anew at each call.</summary>
internal sealed class SuitedSource(Boards boards, FoldProgress progress, LocalityPolicies policies, KnownPostcodes postcodes, TimeProvider clock)
{
    /// <summary>Of the people whom a caller may see; null if there is no such place, or it is a ward.</summary>
    public async Task<SuitedRead?> Read(SiteKey key, Caller caller, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (boards.Find(key) is not { Details: not null, Kind: not SiteKind.Ward } place)
        {
            return null;
        }

        var (now, version) = (clock.GetUtcNow(), boards.Find(key.Locality)!.Version);
        var sites = boards.All.SelectMany(board => board.Sites()).Where(each => each.Details is not null).ToList();
        var people = sites.SelectMany(each => each.Stays.All.Select(stay => new KnownStay(each, stay))).Where(person => caller.MaySee(person.Site.Key, person.Stay.HomeLocality));
        return new(place, SuitedPeople.Of(place, people, new NearPlaces(boards, sites, postcodes.Now).Of, PlacesHeld.Now(sites, now), policies, now), now, version);
    }
}

/// <param name="Version">That of the place's board.</param>
internal sealed record SuitedRead(Site Place, SuitedPeople People, DateTimeOffset At, long Version);

using CapacityBoard.Board;
using CapacityBoard.Postcodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>The places that many people's needs name. People who name the same place share one search for it.</summary>
/// <param name="sites">The sites of all localities.</param>
/// <param name="postcodes">Null if no directory is imported.</param>
internal sealed class NearPlaces(Boards boards, IReadOnlyCollection<Site> sites, PostcodeDirectory? postcodes)
{
    private readonly Dictionary<(string Near, string Home), Place?> _found = [];

    /// <summary>The place from which a person's distances are measured; null if their needs name none, or it is not known.</summary>
    public Place? Of(KnownStay person)
    {
        if (person.Stay.Plan?.Needs?.Near is not { } near)
        {
            return null;
        }

        var home = person.Stay.HomeLocality ?? person.Site.Key.Locality;
        return _found.TryGetValue((near, home), out var known)
            ? known
            : _found[(near, home)] = Places.Find(near, boards.Find(home)?.Sites() ?? [], sites, postcodes);
    }
}

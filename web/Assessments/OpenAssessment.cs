using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>An assessment that a team is asked for, with the person who waits for it.</summary>
internal sealed record OpenAssessment(KnownStay Person, AssessmentView View)
{
    public Assessment Assessment => View.Assessment;

    public SiteKey Site => Person.Site.Key;

    /// <summary>The key of the hospital or unit where the person is.</summary>
    public string Place => Site.HospitalKey ?? Site.Value;

    /// <summary>
    /// The open assessments that concern a locality, longest asked first: of people in its hospitals and units, and of its own people elsewhere.
    /// </summary>
    /// <param name="sites">Sites of all localities.</param>
    /// <param name="policyOf">The policy of the locality where a person is.</param>
    public static IReadOnlyList<OpenAssessment> In(string locality, IEnumerable<Site> sites, Func<string, LocalityPolicy> policyOf, DateTimeOffset now) =>
    [
        .. sites.Where(site => site is { Closed: null, Details: not null })
            .SelectMany(site => site.Stays.All.Where(stay => site.Key.Locality == locality || stay.HomeLocality == locality).Select(stay => new KnownStay(site, stay)))
            .SelectMany(
                person => person.Stay.Assessments.Where(each => each.IsOpen),
                (person, open) => new OpenAssessment(person, new(open, policyOf(person.Site.Key.Locality).AssessmentTargets.Of(open.Kind), now)))
            // A person in a transfer is on both wards, and counts on the one where they arrived.
            .OrderBy(each => each.Person.Stay.Transfer is null ? 0 : 1)
            .DistinctBy(each => (each.Place, StayReferences.Key(each.Person.Stay.Reference), each.Assessment.Id))
            .OrderBy(each => each.Assessment.Asked.At)
            .ThenBy(each => each.Person.Stay.Reference, StringComparer.Ordinal),
    ];
}

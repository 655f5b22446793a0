using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>
/// Who could come to one place: a choice list read from its other end, by the same rules. Those who have waited longest come first.
/// </summary>
/// <param name="Ready">People who are medically optimised.</param>
/// <param name="Soon">People who are not yet, and are expected to leave within 24 hours.</param>
/// <param name="Excluded">People whose needs name a type of bed that the place has, and who cannot come, with every reason.</param>
internal sealed record SuitedPeople(ImmutableArray<SuitedPerson> Ready, ImmutableArray<SuitedPerson> Soon, ImmutableArray<ExcludedPerson> Excluded)
{
    /// <summary>Everybody in it, for the access log.</summary>
    public IEnumerable<(SiteKey Site, string? Stay)> Stays => Ready.Concat(Soon).Select(each => each.Person).Concat(Excluded.Select(each => each.Person))
        .Select(person => (person.Site.Key, (string?)person.Stay.Reference));

    /// <param name="people">All who may be considered, wherever they are.</param>
    /// <param name="near">The place that a person's needs name; null if there is none, or it is not known.</param>
    public static SuitedPeople Of(Site place, IEnumerable<KnownStay> people, Func<KnownStay, Place?> near, Func<KnownStay, bool> isHeldFor, LocalityPolicies policies, DateTimeOffset now)
    {
        var policy = policies.Of(place.Key.Locality, now);
        var types = place.Capacity.Lines.Select(line => line.Type).ToHashSet();
        var fits = people
            .Where(person => person.Stay.Plan?.Needs is { } needs && types.Overlaps(needs.Types) && (person.Stay.Optimised is not null || person.Stay.IsExpectedToGoWithin24Hours(now)))
            .Select(person => (Person: person, Sought: new Sought(person.Site.Key, person.Stay, person.Stay.Plan!.Needs!, near(person))))
            .Where(each => each.Sought.Considers(place))
            .Select(each => (each.Person, Fit: Fit.Of(place, each.Sought, policy, now)))
            .Select(each => (each.Person, each.Fit, Reasons: Exclusions.Of(each.Fit)))
            .OrderByDescending(each => each.Person.Stay.DelayedDays(now))
            .ThenBy(each => each.Person.Stay.Optimised?.At ?? DateTimeOffset.MaxValue)
            .ThenBy(each => each.Person.Stay.Reference, StringComparer.Ordinal)
            .ToList();
        var suited = fits.Where(each => each.Reasons.IsEmpty)
            .Select(each => new SuitedPerson(each.Person, ListedSite.Of(each.Fit), each.Fit.Held is null && isHeldFor(each.Person))).ToList();
        return new(
            [.. suited.Where(each => each.Person.Stay.Optimised is not null)],
            [.. suited.Where(each => each.Person.Stay.Optimised is null)],
            [.. fits.Where(each => !each.Reasons.IsEmpty).Select(each => new ExcludedPerson(each.Person, each.Reasons))]);
    }
}

/// <param name="Listed">The place as the person's choice list shows it.</param>
/// <param name="IsHeldElsewhere">A bed is held for them at another place.</param>
internal sealed record SuitedPerson(KnownStay Person, ListedSite Listed, bool IsHeldElsewhere);

internal sealed record ExcludedPerson(KnownStay Person, ImmutableArray<Exclusion> Reasons);

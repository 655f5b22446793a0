using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>Who could come to a place, as the API gives it. The longest wait comes first.</summary>
/// <param name="Version">The board's version that it was made from.</param>
/// <param name="Ready">People who are medically optimised.</param>
/// <param name="Soon">People who are not yet, and are expected to leave within 24 hours.</param>
/// <param name="Excluded">People whose needs name a type of bed that the place has, and who cannot come.</param>
internal sealed record SuitedAnswer(
    SiteKey Place, DateTimeOffset At, long Version, ImmutableArray<PersonSuited> Ready, ImmutableArray<PersonSuited> Soon, ImmutableArray<PersonExcluded> Excluded)
{
    public static SuitedAnswer Of(SuitedRead read)
    {
        return new(
            read.Place.Key,
            read.At,
            read.Version,
            [.. read.People.Ready.Select(Suited)],
            [.. read.People.Soon.Select(Suited)],
            [.. read.People.Excluded.Select(each => new PersonExcluded(each.Person.Site.Key, each.Person.Stay.Reference, each.Reasons))]);

        PersonSuited Suited(SuitedPerson each) => new(
            each.Person.Site.Key,
            each.Person.Stay.Reference,
            each.Person.Stay.Optimised is null ? null : each.Person.Stay.DelayedDays(read.At),
            each.Listed.Kilometres,
            each.IsHeldElsewhere,
            each.Listed.For,
            each.Listed.Against);
    }
}

/// <summary>Somebody who could come.</summary>
/// <param name="Site">The ward or unit where they are.</param>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="Nights">For how many nights they have been medically optimised; null if they are not yet.</param>
/// <param name="Kilometres">From where their needs say, in a straight line; null if either position is not known.</param>
/// <param name="IsHeldElsewhere">True if a bed is held for them at another place.</param>
internal sealed record PersonSuited(
    SiteKey Site, string Stay, int? Nights, double? Kilometres, bool IsHeldElsewhere, ImmutableArray<Remark> For, ImmutableArray<Remark> Against);

/// <summary>Somebody who cannot come, with every reason.</summary>
internal sealed record PersonExcluded(SiteKey Site, string Stay, ImmutableArray<Exclusion> Reasons);

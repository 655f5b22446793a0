using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>A place that fits, as a choice list shows it.</summary>
/// <param name="Beds">Its suitable beds that are not suspended, most suitable first; never empty.</param>
/// <param name="Kilometres">In a straight line; null if either position is not known.</param>
/// <param name="Freshness">Fresh or ageing, because places with stale figures are excluded.</param>
/// <param name="Declared">Its last own declaration or confirmation.</param>
/// <param name="Held">The bed held for this person here; null if there is none.</param>
/// <param name="Asked">When the place was asked whether it can take this person; null if it was not, or no longer has to answer.</param>
/// <param name="Fees">The home's own statement on fees; null if it has made none.</param>
public sealed record ListedSite(
    SiteKey Site,
    SiteDetails Details,
    ImmutableArray<ListedBeds> Beds,
    double? Kilometres,
    Freshness Freshness,
    Stamp Declared,
    HeldBed? Held,
    DateTimeOffset? Asked,
    ImmutableArray<Remark> For,
    ImmutableArray<Remark> Against,
    StatedFees? Fees = null)
{
    /// <param name="fit">Without a reason that excludes the place.</param>
    internal static ListedSite Of(Fit fit) => new(
        fit.Site.Key,
        fit.Details,
        fit.Beds,
        fit.Kilometres,
        fit.Freshness,
        fit.Site.Capacity.Declared!,
        fit.Held is { } hold ? HeldBed.Of(fit.Site, hold) : null,
        fit.Asked?.Made.At,
        Remarks.For(fit),
        Remarks.Against(fit),
        fit.Site.Fees);

    /// <summary>
    /// The same without free text and its authors, for readers who may not see them. The phone number stays, since the family
    /// needs it.
    /// </summary>
    public ListedSite WithoutWords() => this with
    {
        Declared = Declared.WithoutName(),
        For = [.. For.Select(remark => remark.WithoutWords())],
        Against = [.. Against.Select(remark => remark.WithoutWords())],
        Fees = Fees is null ? null : Fees with { Stated = Fees.Stated.WithoutName() },
    };
}

/// <summary>Suitable beds of one type.</summary>
/// <param name="Suits">0 for the most suitable bed type, 1 for the next.</param>
/// <param name="Free">The number available now.</param>
/// <param name="Expected">When more are expected within 24 hours, earliest first.</param>
public sealed record ListedBeds(BedType Type, int Suits, int Total, int Free, ImmutableArray<DateTimeOffset> Expected)
{
    /// <summary>Of a place's beds, most suitable first: the most suitable that are free, or expected, or else of all.</summary>
    internal static ListedBeds Offered(ImmutableArray<ListedBeds> all) =>
        all.FirstOrDefault(beds => beds.Free > 0) ?? all.FirstOrDefault(beds => !beds.Expected.IsEmpty) ?? all[0];
}

/// <summary>A bed held for the person, and the place's answer.</summary>
public sealed record HeldBed(SiteKey Site, string Name, BedType Type, DateTimeOffset Until, HoldAnswer? Answer)
{
    internal static HeldBed Of(Site site, Hold hold) => new(site.Key, site.Details?.Name ?? site.Key.Value, hold.Type, hold.Until, hold.Answer);
}

/// <summary>A reason for or against a place, in words.</summary>
/// <param name="Quote">
/// What somebody there wrote about it, with their name; null if nobody did or the reader may not see it.
/// </param>
public sealed record Remark(string Text, string? Quote = null)
{
    public Remark WithoutWords() => this with { Quote = null };
}

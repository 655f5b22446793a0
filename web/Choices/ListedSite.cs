using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>A place that fits, as a choice list shows it.</summary>
/// <param name="Beds">Its beds that would do and are not suspended, what suits best first; never empty.</param>
/// <param name="Kilometres">In a straight line; null where either position is not known.</param>
/// <param name="Freshness">Fresh or ageing: a stale figure is no choice.</param>
/// <param name="Declared">Its last own word on its beds.</param>
/// <param name="Held">The bed that is held for this person here; null where none is.</param>
public sealed record ListedSite(
    SiteKey Site,
    SiteDetails Details,
    ImmutableArray<ListedBeds> Beds,
    double? Kilometres,
    Freshness Freshness,
    Stamp Declared,
    HeldBed? Held,
    ImmutableArray<Remark> For,
    ImmutableArray<Remark> Against)
{
    /// <summary>The same for whoever may not see what people wrote, and who. Its telephone stays: the family is to ring it.</summary>
    public ListedSite WithoutWords() => this with
    {
        Declared = Declared.WithoutName(),
        For = [.. For.Select(remark => remark.WithoutWords())],
        Against = [.. Against.Select(remark => remark.WithoutWords())],
    };
}

/// <summary>Beds of one type that would do.</summary>
/// <param name="Suits">0 for the bed type that suits best, 1 for the next.</param>
/// <param name="Free">Available now.</param>
/// <param name="Expected">When further ones are expected within 24 hours, the earliest first.</param>
public sealed record ListedBeds(BedType Type, int Suits, int Total, int Free, ImmutableArray<DateTimeOffset> Expected);

/// <summary>A bed that is held for the person, and what the place has said to it.</summary>
public sealed record HeldBed(SiteKey Site, string Name, BedType Type, DateTimeOffset Until, HoldAnswer? Answer);

/// <summary>What speaks for a place or against it, in words.</summary>
/// <param name="Quote">What somebody there wrote of it, and who; null where nobody did, or the reader may not see it.</param>
public sealed record Remark(string Text, string? Quote = null)
{
    public Remark WithoutWords() => this with { Quote = null };
}

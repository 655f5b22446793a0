using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>A place where the person cannot be placed now.</summary>
/// <param name="Reasons">Every reason; never empty.</param>
public sealed record ExcludedSite(SiteKey Site, SiteDetails Details, double? Kilometres, ImmutableArray<Exclusion> Reasons)
{
    /// <summary>True if it has no suitable bed type, so nobody expects it on the list.</summary>
    public bool IsWrongService => Reasons.Any(exclusion => exclusion.Reason == ExclusionReason.WrongService);

    /// <summary>
    /// The same without free text and its authors, for readers who may not see them. The phone number goes too, since nobody
    /// rings a place where the person cannot be placed.
    /// </summary>
    public ExcludedSite WithoutWords() => this with
    {
        Details = Details with { Telephone = null },
        Reasons = [.. Reasons.Select(reason => reason with { Quote = null })],
    };
}

/// <param name="Text">The reason in words.</param>
/// <param name="Quote">What somebody wrote about it, with their name; null if nobody did or the reader may not see it.</param>
public sealed record Exclusion(ExclusionReason Reason, string Text, string? Quote = null);

public enum ExclusionReason
{
    Closed,

    /// <summary>Placements are suspended, at the whole site or for every suitable bed type.</summary>
    Suspended,

    /// <summary>It has never declared its beds.</summary>
    NeverDeclared,

    /// <summary>This server cannot read something recorded there.</summary>
    CannotBeShown,

    /// <summary>Its figures are too old to trust.</summary>
    Stale,

    /// <summary>It has no bed of a suitable type.</summary>
    WrongService,

    /// <summary>Farther away than wanted, and not a preferred home.</summary>
    TooFar,

    /// <summary>It declined this person within the last week.</summary>
    Declined,
}

using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>A place where the person cannot be placed now.</summary>
/// <param name="Reasons">Every reason there is; never empty.</param>
public sealed record ExcludedSite(SiteKey Site, SiteDetails Details, double? Kilometres, ImmutableArray<Exclusion> Reasons)
{
    /// <summary>True where it has no bed that would do, so that nobody looks for it on the list.</summary>
    public bool IsWrongService => Reasons.Any(exclusion => exclusion.Reason == ExclusionReason.WrongService);

    /// <summary>The same for whoever may not see what people wrote, and who. Nobody rings a place where the person cannot be placed.</summary>
    public ExcludedSite WithoutWords() => this with
    {
        Details = Details with { Telephone = null },
        Reasons = [.. Reasons.Select(reason => reason with { Quote = null })],
    };
}

/// <param name="Text">The reason in words.</param>
/// <param name="Quote">What somebody wrote of it, and who; null where nobody did, or the reader may not see it.</param>
public sealed record Exclusion(ExclusionReason Reason, string Text, string? Quote = null);

public enum ExclusionReason
{
    /// <summary>The site is closed.</summary>
    Closed,

    /// <summary>Placements are suspended, at the whole site or of every bed type that would do.</summary>
    Suspended,

    /// <summary>It has never said what it has.</summary>
    NeverDeclared,

    /// <summary>Something recorded there cannot be read by this server.</summary>
    CannotBeShown,

    /// <summary>Its figures are too old to be trusted.</summary>
    Stale,

    /// <summary>It has no bed of a type that would do.</summary>
    WrongService,

    /// <summary>Further away than is wanted, and not wished for.</summary>
    TooFar,

    /// <summary>It has declined this person within a week.</summary>
    Declined,
}

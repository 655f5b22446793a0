using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>A row that the board can take.</summary>
/// <param name="RatingKnown">False where the directory says nothing of a rating, which is not the same as "not rated".</param>
internal sealed record CheckedRow(int Row, SiteDetails Details, bool RatingKnown, ImmutableArray<string> Warnings)
{
    /// <summary>The reference under which a building with several is registered first; null where the directory names none.</summary>
    public string? PrimaryReference { get; init; }

    public CheckedRow Warned(string warning) => this with { Warnings = [.. Warnings, warning] };
}

/// <summary>A row that the board can't take, and why.</summary>
internal sealed record RefusedRow(int Row, string? Name, string Because)
{
    public string? Reference { get; init; }
}

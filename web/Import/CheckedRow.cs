using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>A row that can be imported.</summary>
/// <param name="RatingKnown">False if the directory gives no rating, which differs from "not rated".</param>
internal sealed record CheckedRow(int Row, SiteDetails Details, bool RatingKnown, ImmutableArray<string> Warnings)
{
    /// <summary>The first reference of a building that has several; null if the directory names none.</summary>
    public string? PrimaryReference { get; init; }

    public CheckedRow Warned(string warning) => this with { Warnings = [.. Warnings, warning] };
}

/// <summary>A row that cannot be imported, with the reason.</summary>
internal sealed record RefusedRow(int Row, string? Name, string Because)
{
    public string? Reference { get; init; }
}

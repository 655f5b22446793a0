using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Board rows for tests of what pages make of them.</summary>
internal static class GivenRow
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Stamp Declared = new(Now.AddHours(-1), "The manager");

    /// <summary>A care home whose figures are fresh.</summary>
    public static BoardRow Home(string name, params BoardLine[] lines) => new(
        SiteKey.Of("stockport", SiteKey.PartFrom(name)!), SiteKind.CareHome, name, null, "Bramhall", "SK7 1AA", null, null,
        CqcRating.Good, Freshness.Fresh, Declared, null, [.. lines], null, 1);

    public static BoardLine Line(BedType type, int available = 0, int expected = 0) =>
        new(type, 20, 20 - available, 0, null, 0, available, expected, 0, 0, 0, null, Declared);

    public static BoardUpdate BoardOf(params BoardRow[] rows) => new("stockport", 0, 1, Now, [.. rows], BoardTotals.Of(rows), LocalityPolicy.Default);
}

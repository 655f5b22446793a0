using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A site on a board, and its row as it was last made.</summary>
/// <param name="Position">The position of the last entry of the site.</param>
internal sealed record BoardEntry(Site Site, long Position)
{
    /// <summary>The position of the last entry of another site that concerns people of this one.</summary>
    public long Touched { get; init; }

    /// <summary>The row of the site as it is; null if it is still to be made.</summary>
    public BoardRow? Row { get; private init; }

    /// <summary>The row that screens were last sent, which may be of before the site changed; null before the first was made.</summary>
    public BoardRow? Shown { get; private init; }

    /// <summary>When time alone changes the row.</summary>
    public DateTimeOffset NextBoundary { get; private init; } = DateTimeOffset.MaxValue;

    public bool IsOnBoard => Site.Closed is null;

    private DateTimeOffset MadeAt { get; init; } = DateTimeOffset.MinValue;

    /// <summary>The site after an entry; its row is still to be made.</summary>
    public BoardEntry After(Site site, long position) => new(site, position) { Shown = Shown };

    public BoardEntry Made(LocalityPolicy policy, DateTimeOffset now)
    {
        var row = RowAt(policy, now).After(Shown);
        return this with { Row = row, Shown = row, NextBoundary = RowBuilder.NextBoundary(Site, policy, now), MadeAt = now };
    }

    /// <summary>The row as it is now, without keeping it.</summary>
    public BoardRow RowAt(LocalityPolicy policy, DateTimeOffset now) => RowBuilder.Build(Site, Site.Details!, Position, policy, now);

    /// <summary>Time has changed nothing about the row since it was made, whether it has gone on or the clock was put back.</summary>
    /// <param name="policy">By which the row was made.</param>
    public bool IsStillSo(LocalityPolicy policy, DateTimeOffset now) =>
        now < NextBoundary && (now >= MadeAt || RowBuilder.LastBoundary(Site, policy, MadeAt) <= now);

    /// <summary>An entry, or time, has changed the row since a version and an instant.</summary>
    public bool ChangedSince(long version, DateTimeOffset at, BoardUpdate published) => Shown is not null
        && (Math.Max(Position, Touched) > version || RowBuilder.LastBoundary(Site, published.Policy, published.At) > at);
}

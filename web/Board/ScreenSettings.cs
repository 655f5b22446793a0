using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>What a page passes to its script: what to show, and the words for every code.</summary>
/// <param name="Version">
/// With <paramref name="At"/>, the board from which the page was rendered; the script asks for changes since.
/// </param>
public sealed record ScreenSettings(string Locality, long Version, DateTimeOffset At, BoardFilter Filter, BoardOrder Order, Place? Near, BoardAccess Access)
{
    public IReadOnlyDictionary<string, string> Types { get; } = Labels.ByCode<BedType>(Labels.Of);

    public IReadOnlyDictionary<string, string> Kinds { get; } = Labels.ByCode<SiteKind>(Labels.Of);

    public IReadOnlyDictionary<string, string> Ratings { get; } = Labels.ByCode<CqcRating>(Labels.Of);

    public static ScreenSettings Of(BoardUpdate board, BoardFilter filter, Place? near, BoardAccess access) =>
        new(board.Locality, board.Version, board.At, filter, filter.Order, near, access);

    public string ToJson() => JsonSerializer.Serialize(this, DomainJson.Options);
}

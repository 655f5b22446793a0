using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Map;

/// <summary>A map above a list that says the same.</summary>
/// <param name="Locality">The locality's name.</param>
/// <param name="Near">The place from which distances are measured; null if there is none.</param>
/// <param name="Places">Null if the page's script fills the map.</param>
/// <param name="Unplaced">How many more are in the list, at positions that are not known.</param>
internal sealed record MapView(string Locality, MapPoint? Near = null, IReadOnlyList<MapPlace>? Places = null, int Unplaced = 0)
{
    /// <summary>True if the places are numbered as in the list.</summary>
    public bool IsNumbered => Places is not null;

    public string ToJson() => JsonSerializer.Serialize(this, DomainJson.Options);
}

internal sealed record MapPoint(string Name, Position Position);

/// <summary>One place on the map, as its list shows it.</summary>
/// <param name="Id">The id of its entry in the list.</param>
/// <param name="Path">Its own page; null if the reader may not open it.</param>
/// <param name="Number">Its number in the list.</param>
/// <param name="Lines">A line for each type of bed.</param>
/// <param name="Tag">The style of the tag that says the freshness.</param>
/// <param name="Updated">When it last confirmed its figures, in words.</param>
internal sealed record MapPlace(
    string Id,
    string Name,
    string? Path,
    Position Position,
    string? Neighbourhood,
    int Number,
    int Free,
    int Expected,
    string About,
    IReadOnlyList<string> Lines,
    string Freshness,
    string Tag,
    string Updated);

using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>One row as the directory has it: each value in its place, none judged yet.</summary>
/// <param name="Row">The line of the file on which it begins.</param>
/// <param name="Kind">Null where it is no concern of the board.</param>
/// <param name="PassOver">Why it is no concern of the board; null where it is.</param>
/// <param name="PartsBeforeTown">The address's parts before the town, from which a neighbourhood may be read.</param>
internal sealed record DirectoryRow(
    int Row,
    SiteKind? Kind,
    string? PassOver,
    string? Reference,
    string? Name,
    string? Area,
    ImmutableArray<string> Address,
    ImmutableArray<string> PartsBeforeTown,
    string? Town,
    string? Postcode,
    string? Telephone,
    string? Website,
    string? Latitude,
    string? Longitude,
    string? Rating,
    string? Beds,
    ImmutableArray<string> Services)
{
    private const int ServicesInWords = 6;

    /// <summary>The reference under which a building with several is registered first; null where it has one.</summary>
    public string? PrimaryReference { get; init; }

    /// <summary>Service types that no edition of the directory is known to use, so they tell no kind of site.</summary>
    public ImmutableArray<string> UnknownServices { get; init; } = [];

    /// <summary>Why it is passed over, with the services that it has instead.</summary>
    public string? PassOverInWords => PassOver != DirectoryLayout.NoHome || Services.IsEmpty
        ? PassOver
        : $"{PassOver} but: {string.Join(", ", Services.Take(ServicesInWords))}{UnknownInWords}";

    private string UnknownInWords => UnknownServices.IsEmpty
        ? ""
        : $" (not a known service: {string.Join(", ", UnknownServices.Select(service => $"'{service}'"))}; if this is a care home or home care, use 'Residential homes', 'Nursing homes' or 'Homecare agencies')";
}

/// <summary>A row that could not be read, and why.</summary>
internal sealed record UnreadableRow(int Row, string Because);

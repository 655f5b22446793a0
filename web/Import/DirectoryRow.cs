using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>One unchecked row of a directory.</summary>
/// <param name="Row">The line of the file on which it begins.</param>
/// <param name="Kind">Null if it is not relevant to the board.</param>
/// <param name="PassOver">Why it is not relevant to the board; null if it is.</param>
/// <param name="PartsBeforeTown">The parts of the address before the town, one of which may be a neighbourhood.</param>
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

    /// <summary>The first reference of a building that has several; null if it has one.</summary>
    public string? PrimaryReference { get; init; }

    /// <summary>Service types that no known edition of the directory uses, so they identify no kind of site.</summary>
    public ImmutableArray<string> UnknownServices { get; init; } = [];

    /// <summary>Why it is passed over, including the services it offers instead.</summary>
    public string? PassOverInWords => PassOver != DirectoryLayout.NoHome || Services.IsEmpty
        ? PassOver
        : $"{PassOver} but: {string.Join(", ", Services.Take(ServicesInWords))}{UnknownInWords}";

    private string UnknownInWords => UnknownServices.IsEmpty
        ? ""
        : $" (not a known service: {string.Join(", ", UnknownServices.Select(service => $"'{service}'"))}; if this is a care home or home care, use 'Residential homes', 'Nursing homes' or 'Homecare agencies')";
}

/// <summary>A row that could not be read, with the reason.</summary>
internal sealed record UnreadableRow(int Row, string Because);

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CapacityBoard.Sites;

/// <summary>
/// What a directory says about a site. None of it is a vacancy: a site shows none until it declares its own.
/// </summary>
/// <param name="Reference">The CQC location ID, if there is one.</param>
/// <param name="Hospital">The hospital's name: required for a ward, null for every other kind of site.</param>
/// <param name="Telephone">As dialled in the United Kingdom, digits and spaces.</param>
/// <param name="Services">What the site offers, in the directory's words.</param>
/// <param name="RegisteredBeds">The number of beds the site is registered for, from the directory; it does not say that any is free.</param>
[GenerateSerializer, Alias("board.site-details"), Immutable]
public sealed record SiteDetails(
    [Id(0)] SiteKind Kind,
    [Id(1)] string Name,
    [Id(2)] string? Reference = null,
    [Id(3)] string? Hospital = null,
    [Id(4)] string? Address = null,
    [Id(5)] string? Postcode = null,
    [Id(6)] Position? Position = null,
    [Id(7)] string? Neighbourhood = null,
    [Id(8)] string? Telephone = null,
    [Id(9)] string? Website = null,
    [Id(10)] CqcRating Rating = CqcRating.NotRated,
    [Id(11)] int? RegisteredBeds = null,
    [Id(12)] ImmutableArray<string> Services = default)
{
    /// <summary>
    /// Called by the JSON reader, which then sets the other properties. With the primary constructor, the API's description
    /// would have to state the default of each parameter, and cannot do so for a list.
    /// </summary>
    [JsonConstructor]
    private SiteDetails(SiteKind kind, string name)
        : this(kind, name, Reference: null)
    {
    }

    [Id(0)]
    public ImmutableArray<string> Services { get; init; } = Services.IsDefault ? [] : Services;

    /// <summary>Other CQC location IDs of the same building: under dual registration each provider has its own.</summary>
    [Id(1)]
    public ImmutableArray<string> OtherReferences
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>True if all values are equal, list elements included: a record compares arrays by reference.</summary>
    public bool SaysTheSameAs(SiteDetails other) =>
        this with { Services = [], OtherReferences = [] } == other with { Services = [], OtherReferences = [] }
        && Services.SequenceEqual(other.Services)
        && OtherReferences.SequenceEqual(other.OtherReferences);
}

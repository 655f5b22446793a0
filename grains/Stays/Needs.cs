using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>What a person needs of the place they go to.</summary>
/// <param name="Types">The suitable bed types, best first; at least one.</param>
/// <param name="Wished">The places that the person or family prefers, in order of preference; at most five.</param>
/// <param name="Near">A postcode or place to be near, as it was typed.</param>
/// <param name="WithinKilometres">The greatest distance from there, in kilometres; null for any distance.</param>
/// <param name="Note">What else a place has to know; nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.needs"), Immutable]
public sealed record Needs(
    [Id(0)] ImmutableArray<BedType> Types,
    [Id(1)] bool Nursing = false,
    [Id(2)] bool Dementia = false,
    [Id(3)] Mobility Mobility = Mobility.NotKnown,
    [Id(4)] Funding Funding = Funding.NotKnown,
    [Id(5)] ImmutableArray<SiteKey> Wished = default,
    [Id(6)] string? Near = null,
    [Id(7)] double? WithinKilometres = null,
    [Id(8)] string? Note = null)
{
    /// <summary>
    /// Called by the JSON reader, which then sets the other properties. With the primary constructor, the API's description
    /// would have to state the default of each parameter, and cannot do so for a list.
    /// </summary>
    [JsonConstructor]
    private Needs(ImmutableArray<BedType> types)
        : this(types, Nursing: false)
    {
    }

    [Id(0)]
    public ImmutableArray<BedType> Types { get; init; } = Types.IsDefault ? [] : Types;

    [Id(1)]
    public ImmutableArray<SiteKey> Wished { get; init; } = Wished.IsDefault ? [] : Wished;

    /// <summary>True if all values are equal: a record compares arrays by reference.</summary>
    public bool SaysTheSameAs(Needs other) =>
        this with { Types = [], Wished = [] } == other with { Types = [], Wished = [] }
        && Types.SequenceEqual(other.Types)
        && Wished.SequenceEqual(other.Wished);

    /// <summary>What a place that is asked may know: not which other places are preferred, nor where the person lives.</summary>
    public Needs ForThePlaceAsked() => this with { Wished = [], Near = null, WithinKilometres = null };
}

/// <summary>How a person moves.</summary>
[GenerateSerializer, Alias("board.mobility")]
public enum Mobility
{
    NotKnown,
    Independent,
    HelpOfOne,
    HelpOfTwo,
    Hoist,
    InBed,
}

/// <summary>Who pays for the place that a person goes to.</summary>
[GenerateSerializer, Alias("board.funding")]
public enum Funding
{
    NotKnown,
    SelfFunding,
    LocalAuthority,
    ContinuingHealthcare,
    NhsDischarge,
    Undecided,
}

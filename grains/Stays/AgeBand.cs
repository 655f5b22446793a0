using System.Text.Json.Serialization;

namespace CapacityBoard.Stays;

/// <summary>How old a person is, in years, as closely as the board ever knows it.</summary>
[GenerateSerializer, Alias("board.age-band")]
public enum AgeBand
{
    [JsonStringEnumMemberName("not-known")]
    NotKnown,

    [JsonStringEnumMemberName("under-18")]
    Under18,

    [JsonStringEnumMemberName("18-64")]
    From18To64,

    [JsonStringEnumMemberName("65-74")]
    From65To74,

    [JsonStringEnumMemberName("75-84")]
    From75To84,

    [JsonStringEnumMemberName("85-and-over")]
    From85,
}

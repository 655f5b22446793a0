using System.Collections.Immutable;
using CapacityBoard.Access.Audit;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.GrandRounds;

/// <summary>The round on paper, ward by ward and bed by bed, with room to write.</summary>
internal sealed class WalkModel(RoundReader rounds, AccessLog log) : RoundPage(rounds, log)
{
    /// <summary>The one ward to print; null for all.</summary>
    public string? Only => Request.Query["ward"].ToString() is { Length: > 0 } ward ? ward : null;

    public IReadOnlyList<(string Part, string Name)> Wards { get; private set; } = [];

    /// <summary>The wards with their stays in bed order.</summary>
    public IReadOnlyList<(string Name, ImmutableArray<RoundStay> Stays)> Sheets =>
    [
        .. Round.Stays.GroupBy(stay => stay.Site)
            .OrderBy(ward => ward.First().Ward, NaturalOrder.Comparer)
            .Select(ward => (ward.First().Ward, ward.OrderBy(stay => stay.Stay.Bed, NaturalOrder.Comparer).ToImmutableArray())),
    ];

    protected override HospitalRound Seen(HospitalRound round)
    {
        Wards = [.. round.Stays.Select(stay => (Part: stay.Site.Name, Name: stay.Ward)).Distinct().OrderBy(ward => ward.Name, NaturalOrder.Comparer)];
        return Only is { } only ? round.With(site => site.Name == only) : round;
    }
}

using System.Collections.Immutable;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital's round in numbers: no person is in it.</summary>
public sealed class SummaryModel(RoundReader rounds) : RoundPage(rounds)
{
    private const int MostPastRounds = 26;

    public ImmutableArray<RoundWeek> PastRounds => Moment.PastRounds(MostPastRounds);

    /// <summary>Counts only, whoever looks.</summary>
    protected override HospitalRound Seen(HospitalRound round) => round with { Stays = [] };
}

using System.Collections.Immutable;
using CapacityBoard.Access.Audit;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital's round in numbers, without people.</summary>
internal sealed class SummaryModel(RoundReader rounds, AccessLog log) : RoundPage(rounds, log)
{
    private const int MostPastRounds = 26;

    public ImmutableArray<RoundWeek> PastRounds => Moment.PastRounds(MostPastRounds);

    /// <summary>Counts only, for every viewer.</summary>
    protected override HospitalRound Seen(HospitalRound round) => round with { Stays = [] };
}

namespace CapacityBoard.Plans;

/// <summary>
/// One whole number for each pair, so that its sum over a plan orders plans as <see cref="PairCost"/> says: one step of a level weighs more
/// than all levels below it can add up to over everybody who is placed.
/// </summary>
/// <remarks>
/// The solver multiplies costs by the number of nodes n, and its prices stay below 4·n times that. So no cost may be above 2^63 ÷ 4n².
/// For 300 people and 300 places that is 6·10^12, and distances of up to 15 miles beside 5 wishes and 4 bed types need 2·10^12. Where the costs would be
/// greater, the lowest level is rounded to twice its step, as often as it takes, and then the next: distances become coarser first.
/// </remarks>
internal sealed class PairWeights
{
    private readonly int[] _least;
    private readonly int[] _most;
    private readonly int[] _steps = [.. Enumerable.Repeat(1, PairCost.Levels)];
    private readonly long[] _weights = new long[PairCost.Levels];

    /// <param name="costs">Of the pairs to choose from; not empty.</param>
    /// <param name="people">How many people are placed.</param>
    /// <param name="nodes">How many people and beds there are.</param>
    public PairWeights(IReadOnlyCollection<PairCost> costs, int people, int nodes)
    {
        _least = [.. Enumerable.Range(0, PairCost.Levels).Select(level => costs.Min(cost => cost[level]))];
        _most = [.. Enumerable.Range(0, PairCost.Levels).Select(level => costs.Max(cost => cost[level]) - _least[level])];
        while (!Weigh(people, MostCost(nodes)))
        {
            var lowest = Enumerable.Range(0, PairCost.Levels).Last(level => _most[level] >= _steps[level]);
            _steps[lowest] *= 2;
        }
    }

    public static long MostCost(int nodes) => long.MaxValue / 4 / nodes / nodes;

    public long Of(PairCost cost)
    {
        var sum = 0L;
        for (var level = 0; level < PairCost.Levels; level++)
        {
            sum += (cost[level] - _least[level]) / _steps[level] * _weights[level];
        }

        return sum;
    }

    /// <summary>False if the greatest cost would be above the limit.</summary>
    private bool Weigh(int people, long limit)
    {
        Int128 below = 0;
        for (var level = PairCost.Levels - 1; level >= 0; level--)
        {
            var weight = below * people + 1;
            below += _most[level] / _steps[level] * weight;
            if (below > limit)
            {
                return false;
            }

            _weights[level] = (long)weight;
        }

        return true;
    }
}

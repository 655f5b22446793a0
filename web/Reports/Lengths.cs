using System.Collections.Immutable;

namespace CapacityBoard.Reports;

/// <summary>How long things lasted: the median, the mean, and the length that nine in ten did not exceed.</summary>
/// <param name="Median">The middle value, or the mean of the two middle ones.</param>
/// <param name="Ninetieth">The 90th percentile by nearest rank: the smallest value that at least 90% do not exceed.</param>
internal sealed record Lengths(int Count, double? Median, double? Mean, double? Ninetieth, double? Longest)
{
    public static Lengths Of(IEnumerable<double> lengths)
    {
        var sorted = lengths.Order().ToImmutableArray();
        if (sorted.IsEmpty)
        {
            return new(0, null, null, null, null);
        }

        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(sorted.Length, median, sorted.Average(), sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1], sorted[^1]);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace CapacityBoard.Sites;

/// <summary>The labels of free beds.</summary>
public static partial class BedLabels
{
    private const int FirstNumbers = 3;

    /// <summary>
    /// Labels for this many free beds. The board knows only labels in use, so gaps in their numbering come first, then the
    /// numbers that follow; if none is in use, 01, 02 and so on.
    /// </summary>
    public static IReadOnlyList<string> Free(IReadOnlyCollection<string> taken, int count)
    {
        var series = taken.Select(Numbered).OfType<(string Prefix, int Number, bool IsPadded, int Width)>()
            .GroupBy(label => label.Prefix, StringComparer.OrdinalIgnoreCase)
            .Select(labels => new Series(labels.Key, [.. labels.Select(label => label.Number)], labels.Any(label => label.IsPadded) ? labels.Max(label => label.Width) : 1))
            .OrderByDescending(each => each.Numbers.Count)
            .DefaultIfEmpty(new("", [], 2))
            .ToList();
        return [.. series.SelectMany(each => each.Gaps())
            .Concat(series[0].Following(count + taken.Count))
            .Except(taken, StringComparer.OrdinalIgnoreCase)
            .Take(count)];
    }

    private static (string Prefix, int Number, bool IsPadded, int Width)? Numbered(string label) =>
        Label().Match(label) is { Success: true } match
            ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[2].Value[0] == '0', match.Groups[2].Value.Length)
            : null;

    [GeneratedRegex(@"^(.*?)([0-9]{1,6})\z")]
    private static partial Regex Label();

    private sealed record Series(string Prefix, IReadOnlyCollection<int> Numbers, int Width)
    {
        /// <summary>A ward numbers its beds from 1, or from its first bed if that starts a series such as 101 or 201.</summary>
        private int First => Numbers.Count == 0 || Numbers.Min() <= FirstNumbers ? 1 : Numbers.Min();

        private int Last => Numbers.Count == 0 ? 0 : Numbers.Max();

        public IEnumerable<string> Gaps() => Last - First > 1000 ? [] : Enumerable.Range(First, Math.Max(0, Last - First)).Except(Numbers).Select(LabelOf);

        public IEnumerable<string> Following(int count) => Enumerable.Range(Last + 1, count).Select(LabelOf);

        private string LabelOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');
    }
}

using System.Text.RegularExpressions;

namespace CapacityBoard.Import;

/// <summary>Finds the part of a town that an address names.</summary>
internal static partial class Neighbourhood
{
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase) { "in", "under", "upon", "on", "of", "by", "le", "the" };

    /// <summary>
    /// The last part before the town, such as <c>Hazel Grove</c> in <c>62 Buxton Road, Hazel Grove, Stockport</c>; null if that
    /// part is a street, a building, or no smaller than the town.
    /// </summary>
    public static string? Of(IReadOnlyList<string> partsBeforeTown, string? town, string? area)
    {
        if (partsBeforeTown is not [.., var last] || NoPlace().IsMatch(last) || IsSame(last, town) || IsSame(last, area))
        {
            return null;
        }

        return string.Join(' ', last.Split(' ').Select(Capitalised));
    }

    private static bool IsSame(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Directories write one place in different ways: Hazel grove, HAZEL GROVE, Ashton In Makerfield.</summary>
    private static string Capitalised(string word, int place)
    {
        if (place > 0 && Joining.Contains(word))
        {
            return word.ToLowerInvariant();
        }

        return word.Any(char.IsLower) && char.IsUpper(word[0]) ? word : char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
    }

    [GeneratedRegex(
        @"\d|\b(road|rd|street|st|lane|avenue|ave|drive|close|crescent|way|terrace|walk|gardens|mews|row|place|square|off|nr|near"
        + @"|court|house|hall|lodge|unit|floor|suite|centre|home|hospital|estate|business|limited|ltd)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoPlace();
}

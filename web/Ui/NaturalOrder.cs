using System.Text.RegularExpressions;

namespace CapacityBoard.Ui;

/// <summary>Names in the order people expect: numbers by value and everything else alphabetically, "Bay A-2" before "Bay A-10".</summary>
public static partial class NaturalOrder
{
    public static IComparer<string> Comparer { get; } =
        Comparer<string>.Create((left, right) => string.CompareOrdinal(KeyOf(left), KeyOf(right)));

    /// <summary>What is compared, character by character. The board's script makes the same of a name.</summary>
    public static string KeyOf(string name) =>
        Digits().Replace(name.ToUpperInvariant(), number => number.Value.TrimStart('0').PadLeft(20, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

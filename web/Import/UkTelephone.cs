using System.Text.RegularExpressions;

namespace CapacityBoard.Import;

/// <summary>Telephone numbers as dialled in the United Kingdom, whatever a spreadsheet has made of them.</summary>
internal static partial class UkTelephone
{
    /// <summary>
    /// The number with its leading 0: <c>1614402200</c>, <c>+44 161 440 2200</c>, <c>441614402200</c> and <c>161440220e1</c> (how
    /// R writes a round number) all give <c>01614402200</c>. Null if it is not a number.
    /// </summary>
    public static string? Parse(string text)
    {
        var compact = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (Round().Match(compact) is { Success: true } round)
        {
            compact = round.Groups["digits"].Value + new string('0', round.Groups["zeros"].Value[0] - '0');
        }

        compact = Punctuation().Replace(compact.Replace("(0)", "", StringComparison.Ordinal), "");
        var national = CountryCode().Replace(compact, "").TrimStart('0');
        return Number().IsMatch(national) ? $"0{national}" : null;
    }

    /// <summary>True for <c>1.6144E+09</c>, which a spreadsheet writes if its column is too narrow; digits are lost.</summary>
    public static bool IsShortened(string text) => Shortened().IsMatch(text);

    [GeneratedRegex(@"^\+?\d[.,]\d+[eE]\+?\d+$")]
    private static partial Regex Shortened();

    [GeneratedRegex(@"^(?<digits>\d+)[eE]\+?0?(?<zeros>\d)$")]
    private static partial Regex Round();

    [GeneratedRegex(@"[\s\u00A0().\-]")]
    private static partial Regex Punctuation();

    /// <summary>No number in the United Kingdom begins 04, so 44 is the country code with or without a plus sign.</summary>
    [GeneratedRegex(@"^(\+|00)?44")]
    private static partial Regex CountryCode();

    /// <summary>Ten digits after the 0, or nine where such short numbers exist (01xxx towns, 0500, 0800).</summary>
    [GeneratedRegex(@"^([1235789]\d{9}|1[2-9][02-9]\d{6}|[58]00\d{6})$")]
    private static partial Regex Number();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CapacityBoard.Import;

/// <summary>Converts a directory's values to the board's form. Each method returns null if there is no value.</summary>
internal static partial class Values
{
    private static readonly HashSet<string> SaysNothing = new(StringComparer.OrdinalIgnoreCase) { "", "NA", "N/A", "-", "none", "null" };

    /// <summary>Replaces line breaks, tabs and repeated spaces by one space; null if the value says nothing.</summary>
    public static string? OneLine(string? text)
    {
        var line = (HasOnlySingleSpaces(text ?? "") ? text ?? "" : Gap().Replace(text!, " ")).Trim();
        return SaysNothing.Contains(line) ? null : line;
    }

    /// <summary>An address's parts, separated by commas or line breaks.</summary>
    public static ImmutableArray<string> AddressParts(string? text) =>
        [.. (text ?? "").Split([',', '\n', '\r']).Select(OneLine).OfType<string>()];

    /// <summary>
    /// Splits an address into the parts before its town, and the town: the last part, unless it is the only one.
    /// </summary>
    public static (ImmutableArray<string> BeforeTown, string? Town) TownLast(ImmutableArray<string> address) =>
        address.Length > 1 ? (address[..^1], address[^1]) : ([], address.FirstOrDefault());

    public static bool IsYes(string text) => text.Trim().ToUpperInvariant() is "Y" or "YES";

    /// <summary>
    /// Turns <c>sk27an</c> into <c>SK2 7AN</c>. Anything that is not a postcode stays unchanged, for the message.
    /// </summary>
    public static string? Postcode(string? text)
    {
        var compact = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return compact.Length < 5 ? OneLine(text) : $"{compact[..^3]} {compact[^3..]}";
    }

    /// <summary>A website's address with a scheme.</summary>
    public static string? Website(string? text) => OneLine(text) is not { } address
        ? null
        : address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";

    /// <summary>True if the address has an internet host name, and is not just any word or an e-mail address.</summary>
    public static bool IsWebsite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0;

    public static bool IsEmail(string? text) => Email().IsMatch(OneLine(text) ?? "");

    /// <summary>A number as spreadsheets write it: <c>40</c>, <c>40.0</c>, <c>53.5470</c>.</summary>
    public static double? Number(string? text) =>
        double.TryParse(OneLine(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>True for nearly every value. A national directory has millions, and replacing would copy each.</summary>
    private static bool HasOnlySingleSpaces(string text)
    {
        var before = 'x';
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) ? character != ' ' || before == ' ' : char.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                return false;
            }

            before = character;
        }

        return true;
    }

    [GeneratedRegex(@"^(https?://)?(mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\s\p{Cf}]+")]
    private static partial Regex Gap();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CapacityBoard.Import;

/// <summary>A directory's values as the board writes them. Each answers null where there is none.</summary>
internal static partial class Values
{
    private static readonly HashSet<string> SaysNothing = new(StringComparer.OrdinalIgnoreCase) { "", "NA", "N/A", "-", "none", "null" };

    /// <summary>Line breaks, tabs and repeated spaces made one space; null for a value that says nothing.</summary>
    public static string? OneLine(string? text)
    {
        var line = (HasOnlySingleSpaces(text ?? "") ? text ?? "" : Gap().Replace(text!, " ")).Trim();
        return SaysNothing.Contains(line) ? null : line;
    }

    /// <summary>The parts of an address: those between commas or on lines of their own.</summary>
    public static ImmutableArray<string> AddressParts(string? text) =>
        [.. (text ?? "").Split([',', '\n', '\r']).Select(OneLine).OfType<string>()];

    /// <summary>An address's parts before its town, and the town: the last part, unless it is the only one.</summary>
    public static (ImmutableArray<string> BeforeTown, string? Town) TownLast(ImmutableArray<string> address) =>
        address.Length > 1 ? (address[..^1], address[^1]) : ([], address.FirstOrDefault());

    public static bool IsYes(string text) => text.Trim().ToUpperInvariant() is "Y" or "YES";

    /// <summary><c>sk27an</c> as <c>SK2 7AN</c>. What is no postcode stays as it is, for the message.</summary>
    public static string? Postcode(string? text)
    {
        var compact = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return compact.Length < 5 ? OneLine(text) : $"{compact[..^3]} {compact[^3..]}";
    }

    /// <summary>A website's address, with a scheme.</summary>
    public static string? Website(string? text) => OneLine(text) is not { } address
        ? null
        : address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";

    /// <summary>True where a website's address names a machine on the internet, not just any word or a person's mailbox there.</summary>
    public static bool IsWebsite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0;

    public static bool IsEmail(string? text) => Email().IsMatch(OneLine(text) ?? "");

    /// <summary>A number as spreadsheets write it: <c>40</c>, <c>40.0</c>, <c>53.5470</c>.</summary>
    public static double? Number(string? text) =>
        double.TryParse(OneLine(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Nearly every value: a national directory has millions, and replacing copies each.</summary>
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

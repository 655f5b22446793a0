namespace CapacityBoard.Postcodes;

/// <summary>
/// Postcodes as numbers, so that millions fit in a sorted list: a district (<c>SK4</c>), its sectors (<c>SK4 3</c>) and their
/// postcodes (<c>SK4 3AB</c>). A postcode's number begins with its sector's, and that with its district's.
/// </summary>
internal static class PostcodeKey
{
    private const int InwardLength = 3;
    private const int LongestDistrict = 4;
    private const int Letters = 26;
    private const int SectorsOfADistrict = 10;
    private const int PostcodesOfASector = Letters * Letters;

    /// <summary>A whole postcode, with or without spaces, in capitals or not; null if it is none.</summary>
    public static int? Of(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[LongestDistrict + InwardLength];
        var length = 0;
        foreach (var character in text)
        {
            if (character == ' ')
            {
                continue;
            }

            if (length == compact.Length)
            {
                return null;
            }

            compact[length++] = char.ToUpperInvariant(character);
        }

        return length <= InwardLength ? null : Of(OfDistrict(compact[..(length - InwardLength)]), compact[(length - InwardLength)..length]);
    }

    /// <param name="text">In capitals: one or two letters, a digit and, in some, another digit or letter.</param>
    public static int? OfDistrict(ReadOnlySpan<char> text)
    {
        var letters = text.Length > 1 && char.IsAsciiLetterUpper(text[1]) ? 2 : 1;
        if (text.Length - letters is not (1 or 2) || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiDigit(text[letters]))
        {
            return null;
        }

        var second = letters == 2 ? text[1] - 'A' + 1 : 0;
        var area = (text[0] - 'A') * (Letters + 1) + second;
        return LastOf(text[(letters + 1)..]) is { } last ? (area * 10 + text[letters] - '0') * 37 + last : null;
    }

    public static int OfSector(int district, char digit) => district * SectorsOfADistrict + digit - '0';

    public static int SectorOf(int postcode) => postcode / PostcodesOfASector;

    public static int DistrictOf(int postcode) => SectorOf(postcode) / SectorsOfADistrict;

    private static int? Of(int? district, ReadOnlySpan<char> inward) =>
        district is { } known && char.IsAsciiDigit(inward[0]) && char.IsAsciiLetterUpper(inward[1]) && char.IsAsciiLetterUpper(inward[2])
            ? OfSector(known, inward[0]) * PostcodesOfASector + (inward[1] - 'A') * Letters + inward[2] - 'A'
            : null;

    private static int? LastOf(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        [var digit] when char.IsAsciiDigit(digit) => digit - '0' + 1,
        [var letter] when char.IsAsciiLetterUpper(letter) => letter - 'A' + 11,
        _ => null,
    };
}

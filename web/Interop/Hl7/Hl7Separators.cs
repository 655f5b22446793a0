namespace CapacityBoard.Interop.Hl7;

/// <summary>The characters that a message declares in MSH-1 and MSH-2.</summary>
internal sealed record Hl7Separators(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    public static Hl7Separators Default { get; } = new('|', '^', '~', '\\', '&');

    /// <summary>MSH-2. From version 2.7 on there may be a fifth, for what was cut off, which nothing here needs.</summary>
    public string Encoding => $"{Component}{Repetition}{Escape}{Subcomponent}";

    /// <summary>Those of a text that begins with MSH; null if it declares none. Those that it leaves out are the usual ones.</summary>
    public static Hl7Separators? Of(string text)
    {
        if (text.Length < 5 || !IsSeparator(text[3]))
        {
            return null;
        }

        var end = text.AsSpan(4).IndexOfAny(text[3], '\r', '\n') is >= 0 and var length ? 4 + length : text.Length;
        var declared = text[4..end];
        if (declared.Length is < 1 or > 5)
        {
            return null;
        }

        var all = $"{text[3]}{declared}{Default.Encoding[Math.Min(declared.Length, Default.Encoding.Length)..]}";
        return all.All(IsSeparator) && all.Distinct().Count() == all.Length ? new(all[0], all[1], all[2], all[3], all[4]) : null;
    }

    private static bool IsSeparator(char each) => !char.IsLetterOrDigit(each) && !char.IsControl(each) && !char.IsSurrogate(each);
}

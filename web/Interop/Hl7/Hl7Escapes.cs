using System.Globalization;
using System.Text;

namespace CapacityBoard.Interop.Hl7;

/// <summary>Escape sequences: <c>\F\</c> for the field separator, <c>\X41\</c> for bytes, <c>\.br\</c> for a new line.</summary>
internal static class Hl7Escapes
{
    private const int Longest = 60;

    /// <summary>The text without escapes. A sequence that nobody knows stays as it is; highlighting and fonts are dropped.</summary>
    public static string Decode(ReadOnlySpan<char> text, Hl7Separators separators)
    {
        if (!text.Contains(separators.Escape))
        {
            return text.ToString();
        }

        var plain = new StringBuilder(text.Length);
        while (text.IndexOf(separators.Escape) is >= 0 and var start)
        {
            plain.Append(text[..start]);
            text = text[start..];
            var length = text[1..].IndexOf(separators.Escape);
            if (length is < 0 or > Longest || Meaning(text.Slice(1, length), separators) is not { } meaning)
            {
                plain.Append(text[0]);
                text = text[1..];
                continue;
            }

            plain.Append(meaning);
            text = text[(length + 2)..];
        }

        return plain.Append(text).ToString();
    }

    /// <summary>A text that may stand in a field: no separator, no line break.</summary>
    public static string Encode(string text, Hl7Separators separators)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            _ = each switch
            {
                _ when each == separators.Escape => Append('E'),
                _ when each == separators.Field => Append('F'),
                _ when each == separators.Component => Append('S'),
                _ when each == separators.Subcomponent => Append('T'),
                _ when each == separators.Repetition => Append('R'),
                _ => escaped.Append(char.IsControl(each) ? ' ' : each),
            };
        }

        return escaped.ToString();

        StringBuilder Append(char code) => escaped.Append(separators.Escape).Append(code).Append(separators.Escape);
    }

    private static string? Meaning(ReadOnlySpan<char> code, Hl7Separators separators) => code switch
    {
        "F" => separators.Field.ToString(),
        "S" => separators.Component.ToString(),
        "T" => separators.Subcomponent.ToString(),
        "R" => separators.Repetition.ToString(),
        "E" => separators.Escape.ToString(),
        "P" => "#",
        "H" or "N" => "",
        ".br" => "\n",
        ['.', ..] => " ",
        ['X', .. var hex] => Bytes(hex),
        ['C' or 'M' or 'Z', ..] => "",
        _ => null,
    };

    private static string? Bytes(ReadOnlySpan<char> hex)
    {
        var bytes = new byte[hex.Length / 2];
        for (var index = 0; index < bytes.Length; index++)
        {
            if (!byte.TryParse(hex.Slice(2 * index, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[index]))
            {
                return null;
            }
        }

        return hex.Length % 2 == 0 ? Encoding.Latin1.GetString(bytes) : null;
    }
}

using System.Collections.Frozen;
using System.Text;

namespace CapacityBoard.Interop.Hl7;

/// <summary>Decodes by the character set of MSH-18. One that is missing or not known is UTF-8 if the bytes are, otherwise Windows-1252.</summary>
internal static class Hl7Charset
{
    private const int MostBytesOfHeader = 4096;

    /// <summary>Numbers of code pages by the standard's names (table 0211).</summary>
    private static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>
    {
        ["ASCII"] = 20127,
        ["8859/1"] = 1252,
        ["8859/2"] = 28592,
        ["8859/3"] = 28593,
        ["8859/4"] = 28594,
        ["8859/5"] = 28595,
        ["8859/6"] = 28596,
        ["8859/7"] = 28597,
        ["8859/8"] = 28598,
        ["8859/9"] = 28599,
        ["8859/15"] = 28605,
        ["UNICODE UTF-8"] = 65001,
        ["UTF-8"] = 65001,
        ["UNICODE"] = 65001,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static Hl7Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text, and MSH-18 as it was sent.</returns>
    public static (string Text, string Declared) Decode(ReadOnlySpan<byte> bytes)
    {
        if (WideOf(bytes) is { } wide)
        {
            return (wide.GetString(bytes), "UNICODE UTF-16");
        }

        var header = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostBytesOfHeader)]);
        var declared = DeclaredIn(header);
        return (Choose(declared, bytes).GetString(bytes), declared);
    }

    /// <summary>The bytes of an answer to a message in a character set.</summary>
    public static byte[] Encode(string text, string declared) =>
        (declared.Contains("UTF-16", StringComparison.OrdinalIgnoreCase) ? Encoding.Unicode : Choose(declared, [])).GetBytes(text);

    private static Encoding Choose(string declared, ReadOnlySpan<byte> bytes)
    {
        // ASCII and the oldest name for Unicode are declared by senders that send more: what the bytes are tells.
        if (CodePages.TryGetValue(declared, out var page) && page is not (20127 or 65001))
        {
            return Encoding.GetEncoding(page);
        }

        try
        {
            Strict.GetCharCount(bytes);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252);
        }
    }

    private static Encoding? WideOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [(byte)'M', 0, (byte)'S', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'M', 0, (byte)'S', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string DeclaredIn(string header)
    {
        var start = header.IndexOf("MSH", StringComparison.Ordinal);
        var line = start < 0 ? "" : header[start..].Split('\r', '\n')[0];
        if (line.Length <= 3)
        {
            return "";
        }

        var fields = line.Split(line[3]);
        return fields.Length > 17 ? fields[17].Split('~')[0].Trim() : "";
    }
}

using System.Text;
using System.Text.Unicode;

namespace CapacityBoard.Import;

/// <summary>
/// A directory's bytes as text: UTF-8 or UTF-16 where a byte order mark says so, else UTF-8 where every byte
/// fits, else Windows-1252, in which Excel saves a plain CSV.
/// </summary>
internal static class DirectoryText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The bytes to which Windows-1252 gives no character.</summary>
    private static readonly byte[] NotInWindows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    /// <summary>The encoding of a file; null and why where it is no text.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> bytes, out string? why)
    {
        why = null;
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        why = WhyNoText(bytes);
        return why is not null ? null : Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252;
    }

    private static string? WhyNoText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8))
        {
            return "This is a spreadsheet or a zip file. Save the sheet that has the homes as CSV and import that.";
        }

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "The file is empty.";
        }

        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0D))
            {
                return "The file is no text: it holds control characters. Save it as CSV, in UTF-8 or Windows-1252.";
            }
        }

        return !Utf8.IsValid(bytes) && bytes.IndexOfAny(NotInWindows1252) >= 0
            ? "The file's characters are neither UTF-8 nor Windows-1252. Save it as CSV in UTF-8."
            : null;
    }
}

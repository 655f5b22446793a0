using System.Text;

namespace CapacityBoard.Import;

/// <summary>
/// A directory's bytes as text: UTF-8 or UTF-16 according to its byte order mark, otherwise UTF-8 if every byte is valid,
/// otherwise Windows-1252, in which Excel saves plain CSV. The file is read in blocks.
/// </summary>
internal sealed class DirectoryText
{
    private const int Block = 64 * 1024;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The bytes that are undefined in Windows-1252.</summary>
    private static readonly byte[] NotInWindows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    private readonly Decoder _utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _characters = new char[Block + 1];
    private bool _isUtf8 = true;
    private bool _isWindows1252 = true;
    private bool _isBlank = true;
    private bool _hasControls;

    /// <summary>The file's encoding, read from its start; null with the reason if it is not text.</summary>
    public static Encoding? EncodingOf(Stream file, out string? why)
    {
        var text = new DirectoryText();
        var block = new byte[Block];
        file.Position = 0;
        var read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (OfMark(block.AsSpan(0, read)) is { } marked)
        {
            why = null;
            return marked;
        }

        why = block.AsSpan(0, read).StartsWith("PK"u8)
            ? "This is a spreadsheet or zip file. Save the sheet with the homes as CSV and import that."
            : null;
        for (; why is null && read > 0; read = file.Read(block))
        {
            text.Take(block.AsSpan(0, read));
        }

        text.End();
        why ??= text.WhyNoText();
        return why is not null ? null : text._isUtf8 ? Encoding.UTF8 : Windows1252;
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode : start.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;

    private void Take(ReadOnlySpan<byte> block)
    {
        _isBlank &= block.Trim(" \t\r\n"u8).IsEmpty;
        _isWindows1252 &= block.IndexOfAny(NotInWindows1252) < 0;
        foreach (var value in block)
        {
            _hasControls |= value < 0x20 && value is not (0x09 or 0x0A or 0x0D);
        }

        Decode(block, flush: false);
    }

    private void End() => Decode([], flush: true);

    private void Decode(ReadOnlySpan<byte> block, bool flush)
    {
        try
        {
            _ = _isUtf8 ? _utf8.GetChars(block, _characters, flush) : 0;
        }
        catch (DecoderFallbackException)
        {
            _isUtf8 = false;
        }
    }

    private string? WhyNoText()
    {
        if (_isBlank)
        {
            return "The file is empty.";
        }

        if (_hasControls)
        {
            return "The file is not text: it has control characters. Save it as CSV in UTF-8 or Windows-1252.";
        }

        return _isUtf8 || _isWindows1252 ? null : "The file is not in UTF-8 or Windows-1252. Save it as CSV in UTF-8.";
    }
}

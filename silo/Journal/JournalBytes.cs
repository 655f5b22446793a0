using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CapacityBoard.Journal;

/// <summary>The bytes of entries that hashes are taken of, the same whatever keeps them. PostgreSQL makes the same in <c>0004-chain.sql</c>.</summary>
internal static class JournalBytes
{
    public static void Write(this ArrayBufferWriter<byte> bytes, JournalRow row)
    {
        bytes.Write(row.Position);
        bytes.Write(row.Site);
        bytes.Write(row.Version);
        bytes.Write(row.At);
        bytes.Write(row.By);
        bytes.Write(row.Operation);
        bytes.Write(row.Type);
        bytes.Write(row.Data);
        bytes.Write(row.Fingerprint);
    }

    private static void Write(this ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    /// <summary>With its length, so that no two different entries are the same bytes.</summary>
    private static void Write(this ArrayBufferWriter<byte> bytes, string? text)
    {
        bytes.Write(text is null ? -1L : Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }
}

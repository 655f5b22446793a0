using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CapacityBoard.Journal;

/// <summary>The bytes of entries that hashes are taken of, the same whatever keeps them. PostgreSQL makes the same in <c>0004-chain.sql</c>.</summary>
internal static class JournalBytes
{
    public static void Append(this IncrementalHash hash, JournalRow row)
    {
        hash.Append(row.Position);
        hash.Append(row.Site);
        hash.Append(row.Version);
        hash.Append(row.At);
        hash.Append(row.By);
        hash.Append(row.Operation);
        hash.Append(row.Type);
        hash.Append(row.Data);
        hash.Append(row.Fingerprint);
    }

    private static void Append(this IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>With its length, so that no two different entries are the same bytes.</summary>
    private static void Append(this IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            hash.Append(-1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        hash.Append(bytes.Length);
        hash.AppendData(bytes);
    }
}

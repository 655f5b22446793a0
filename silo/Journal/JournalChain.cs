using System.Buffers;
using System.Security.Cryptography;

namespace CapacityBoard.Journal;

/// <summary>
/// Each entry's hash is the SHA-256 of its predecessor's and of the entry itself: what was changed, taken out or put in shows at
/// the next one. Entries that were recorded before there were hashes have none; from the first that has one, all have.
/// </summary>
internal sealed class JournalChain
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>The last entry that is known to be in its place; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Its hash; null where it has none.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Goes on from an entry, which is taken to be right.</summary>
    public void Begin(long position, byte[]? hash) => (Position, Hash) = (position, hash);

    /// <summary>The hash of an entry that is to follow, which is then the last.</summary>
    public byte[] Add(JournalRow row)
    {
        Begin(row.Position, HashAfter(Hash, row));
        return Hash!;
    }

    /// <summary>What is wrong with an entry as the next one; null where it is as it was recorded.</summary>
    public string? Check(JournalRow row)
    {
        var problem = row.Position != Position + 1
            ? $"entry {Position + 1} is missing: entry {row.Position} follows {Position}"
            : row.Hash is null && Hash is not null
                ? $"entry {row.Position} has no hash, although the one before it has"
                : row.Hash is not null && !row.Hash.AsSpan().SequenceEqual(HashAfter(Hash, row))
                    ? $"entry {row.Position}, or the one before it, is not as it was recorded"
                    : null;
        Begin(row.Position, row.Hash);
        return problem;
    }

    private byte[] HashAfter(byte[]? before, JournalRow row)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(before);
        _bytes.Write(row);
        return SHA256.HashData(_bytes.WrittenSpan);
    }
}

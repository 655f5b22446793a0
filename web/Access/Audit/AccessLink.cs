using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// A line's place in the chain of the access log. That of position 0 is no line's: it says after which line, and when, the chain began.
/// </summary>
internal sealed class AccessLink
{
    public required long Position { get; init; }

    /// <summary>The id of its line.</summary>
    public required long Line { get; init; }

    public required DateTimeOffset LineAt { get; init; }

    /// <summary>What the line's <see cref="AccessEntry.Digest"/> was.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Over the hash before it and all of this.</summary>
    public required byte[] Hash { get; init; }

    public bool IsBeginning => Position == 0;

    public static AccessLink After(AccessLink last, AccessEntry entry)
    {
        var position = last.Position + 1;
        return new()
        {
            Position = position,
            Line = entry.Id,
            LineAt = entry.At,
            Digest = entry.Digest!,
            Hash = HashOf(last.Hash, position, entry.Id, entry.At, entry.Digest!),
        };
    }

    public bool Follows(AccessLink before) => Position == before.Position + 1 && Hash.AsSpan().SequenceEqual(HashOf(before.Hash, Position, Line, LineAt, Digest));

    private static byte[] HashOf(byte[] before, long position, long line, DateTimeOffset at, byte[] digest)
    {
        Span<byte> numbers = stackalloc byte[3 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, position);
        BinaryPrimitives.WriteInt64BigEndian(numbers[sizeof(long)..], line);
        BinaryPrimitives.WriteInt64BigEndian(numbers[(2 * sizeof(long))..], at.ToUnixTimeMilliseconds());
        return SHA256.HashData([.. before, .. numbers, .. digest]);
    }
}

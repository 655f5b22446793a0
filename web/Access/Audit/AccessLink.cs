using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// A line's place in the access log's chain. Position 0 belongs to no line: it records when, and after which line, the chain
/// began.
/// </summary>
internal sealed class AccessLink
{
    public required long Position { get; init; }

    /// <summary>The id of its line.</summary>
    public required long Line { get; init; }

    public required DateTimeOffset LineAt { get; init; }

    /// <summary>The line's <see cref="AccessEntry.Digest"/> when it was added.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The hash of the previous link's hash and all of these fields.</summary>
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

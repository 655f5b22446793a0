using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CapacityBoard.Journal.Copying;

/// <summary>A SHA-256 over entries in their order, the same whatever keeps them.</summary>
internal sealed class JournalDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(JournalRow row)
    {
        Add(row.Position);
        Add(row.Site);
        Add(row.Version);
        Add(row.At);
        Add(row.By);
        Add(row.Operation);
        Add(row.Type);
        Add(row.Data);
    }

    /// <summary>The digest of what was added so far, in hexadecimal.</summary>
    public string Current => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    private void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    /// <summary>With its length, so that no two different entries are the same bytes.</summary>
    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }
}

using System.Buffers;
using System.Security.Cryptography;

namespace CapacityBoard.Journal.Copying;

/// <summary>A SHA-256 over entries in order, the same for every kind of storage.</summary>
internal sealed class JournalDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public void Add(JournalRow row)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(row);
        _hash.AppendData(_bytes.WrittenSpan);
    }

    /// <summary>The digest of everything added so far, in hexadecimal.</summary>
    public string Current => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}

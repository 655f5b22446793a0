using System.Security.Cryptography;

namespace CapacityBoard.Journal.Copying;

/// <summary>A SHA-256 over entries in their order, the same whatever keeps them.</summary>
internal sealed class JournalDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(JournalRow row) => _hash.Append(row);

    /// <summary>The digest of what was added so far, in hexadecimal.</summary>
    public string Current => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}

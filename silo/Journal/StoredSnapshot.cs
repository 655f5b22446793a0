using System.IO.Compression;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>A snapshot's columns as both databases keep them.</summary>
internal static class StoredSnapshot
{
    public static string KindOf(Snapshot snapshot) => snapshot.Kind.ToString();

    /// <summary>The state, compressed: a ward's is some ten times smaller.</summary>
    public static byte[] DataOf(Snapshot snapshot)
    {
        using var data = new MemoryStream();
        using (var compressed = new BrotliStream(data, CompressionLevel.Fastest))
        {
            compressed.Write(snapshot.State);
        }

        return data.ToArray();
    }

    /// <summary>The snapshot; null if it is damaged, or a newer version of the product wrote it for a kind of site that this one does not know.</summary>
    public static Snapshot? Read(SiteKey site, string kind, long version, long position, DateTimeOffset at, byte[] data) =>
        Enum.TryParse<SiteKind>(kind, out var known) && StateOf(data) is { } state ? new(site, known, version, position, at, state) : null;

    private static byte[]? StateOf(byte[] data)
    {
        try
        {
            using var compressed = new BrotliStream(new MemoryStream(data), CompressionMode.Decompress);
            using var state = new MemoryStream();
            compressed.CopyTo(state);
            return state.ToArray();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

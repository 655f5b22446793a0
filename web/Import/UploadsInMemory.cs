using System.IO.Compression;

namespace CapacityBoard.Import;

/// <summary>Pending uploads of a single node, which need not outlive it. They are stored compressed, to about a tenth.</summary>
internal sealed class UploadsInMemory(TimeProvider clock, long mostBytes = UploadsInMemory.MostBytes) : IPendingUploads
{
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<Kept> _uploads = [];

    public async Task<string> Keep(string fileName, Stream file, CancellationToken token)
    {
        using var compressed = new MemoryStream();
        await using (var into = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await file.CopyToAsync(into, token);
        }

        var kept = new Kept(Guid.NewGuid().ToString("n"), fileName, compressed.ToArray(), clock.GetUtcNow());
        lock (_gate)
        {
            _uploads.Add(kept);
            Forget();
        }

        return kept.Id;
    }

    public async Task<PendingUpload?> Find(string? id, CancellationToken token)
    {
        Kept? found;
        lock (_gate)
        {
            Forget();
            found = _uploads.Find(kept => kept.Id == id);
        }

        if (found is null)
        {
            return null;
        }

        await using var compressed = new GZipStream(new MemoryStream(found.Compressed), CompressionMode.Decompress);
        return new(found.Id, found.FileName, await BufferedFile.Of(compressed, token));
    }

    private void Forget()
    {
        _uploads.RemoveAll(kept => clock.GetUtcNow() - kept.At > IPendingUploads.KeptFor);
        while (_uploads.Count > 1 && _uploads.Sum(kept => (long)kept.Compressed.Length) > mostBytes)
        {
            _uploads.RemoveAt(0);
        }
    }

    private sealed record Kept(string Id, string FileName, byte[] Compressed, DateTimeOffset At);
}

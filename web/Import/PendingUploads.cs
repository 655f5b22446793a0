using System.Diagnostics.CodeAnalysis;

namespace CapacityBoard.Import;

/// <summary>
/// Files that someone has uploaded to the page and not yet confirmed, kept in this node's memory for a while. The
/// oldest go first where they grow too many; who confirms too late uploads again.
/// </summary>
internal sealed class PendingUploads(TimeProvider clock)
{
    private const long MostBytes = 2 * ImportApi.LargestFile;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly List<Upload> _uploads = [];

    /// <summary>Keeps a file and answers the id under which it is found again; nobody can guess it.</summary>
    public string Keep(string fileName, byte[] bytes)
    {
        lock (_gate)
        {
            var upload = new Upload(Guid.NewGuid().ToString("n"), fileName, bytes, clock.GetUtcNow());
            _uploads.Add(upload);
            Forget();
            return upload.Id;
        }
    }

    public bool TryFind(string? id, [NotNullWhen(true)] out Upload? upload)
    {
        lock (_gate)
        {
            Forget();
            upload = _uploads.Find(kept => kept.Id == id);
            return upload is not null;
        }
    }

    private void Forget()
    {
        _uploads.RemoveAll(upload => clock.GetUtcNow() - upload.At > KeptFor);
        while (_uploads.Count > 1 && _uploads.Sum(upload => (long)upload.Bytes.Length) > MostBytes)
        {
            _uploads.RemoveAt(0);
        }
    }

    public sealed record Upload(string Id, string FileName, byte[] Bytes, DateTimeOffset At);
}

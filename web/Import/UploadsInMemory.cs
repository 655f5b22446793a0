namespace CapacityBoard.Import;

/// <summary>Pending uploads where there is only one node: they need not outlive it.</summary>
internal sealed class UploadsInMemory(TimeProvider clock, long mostBytes = IPendingUploads.MostBytes) : IPendingUploads
{
    private readonly Lock _gate = new();
    private readonly List<(PendingUpload Upload, DateTimeOffset At)> _uploads = [];

    public Task<string> Keep(string fileName, byte[] bytes, CancellationToken token)
    {
        lock (_gate)
        {
            var upload = new PendingUpload(Guid.NewGuid().ToString("n"), fileName, bytes);
            _uploads.Add((upload, clock.GetUtcNow()));
            Forget();
            return Task.FromResult(upload.Id);
        }
    }

    public Task<PendingUpload?> Find(string? id, CancellationToken token)
    {
        lock (_gate)
        {
            Forget();
            return Task.FromResult<PendingUpload?>(_uploads.Find(kept => kept.Upload.Id == id).Upload);
        }
    }

    private void Forget()
    {
        _uploads.RemoveAll(kept => clock.GetUtcNow() - kept.At > IPendingUploads.KeptFor);
        while (_uploads.Count > 1 && _uploads.Sum(kept => (long)kept.Upload.Bytes.Length) > mostBytes)
        {
            _uploads.RemoveAt(0);
        }
    }
}

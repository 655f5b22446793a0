namespace CapacityBoard.Import;

/// <summary>
/// Files uploaded to the page and not yet confirmed, kept for 30 minutes. If there are too many, the oldest are removed first; a
/// person who confirms too late uploads again.
/// </summary>
internal interface IPendingUploads
{
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    /// <summary>Stores a file, read from its current position, and returns its id, which nobody can guess.</summary>
    Task<string> Keep(string fileName, Stream file, CancellationToken token);

    /// <summary>A stored file; null if it is no longer stored or never was.</summary>
    Task<PendingUpload?> Find(string? id, CancellationToken token);
}

/// <param name="File">Positioned at its start; dispose of it after use.</param>
internal sealed record PendingUpload(string Id, string FileName, Stream File) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => File.DisposeAsync();
}

namespace CapacityBoard.Import;

/// <summary>
/// Files that someone has uploaded to the page and not yet confirmed, kept for half an hour. The oldest go first where
/// they grow too many; who confirms too late uploads again.
/// </summary>
internal interface IPendingUploads
{
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    /// <summary>Keeps a file, read from where it stands, and answers the id under which it is found again; nobody can guess it.</summary>
    Task<string> Keep(string fileName, Stream file, CancellationToken token);

    /// <summary>A file that is kept; null where it is kept no more, or never was.</summary>
    Task<PendingUpload?> Find(string? id, CancellationToken token);
}

/// <param name="File">To be read from its start, and disposed of.</param>
internal sealed record PendingUpload(string Id, string FileName, Stream File) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => File.DisposeAsync();
}

namespace CapacityBoard.Import;

/// <summary>
/// Files that someone has uploaded to the page and not yet confirmed, kept for half an hour. The oldest go first where
/// they grow too many; who confirms too late uploads again.
/// </summary>
internal interface IPendingUploads
{
    /// <summary>All of them together.</summary>
    const long MostBytes = 2 * ImportApi.LargestFile;

    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    /// <summary>Keeps a file and answers the id under which it is found again; nobody can guess it.</summary>
    Task<string> Keep(string fileName, byte[] bytes, CancellationToken token);

    /// <summary>A file that is kept; null where it is kept no more, or never was.</summary>
    Task<PendingUpload?> Find(string? id, CancellationToken token);
}

internal sealed record PendingUpload(string Id, string FileName, byte[] Bytes);

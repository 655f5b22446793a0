using System.Net;
using System.Text.Json;

namespace CapacityBoard.Journal;

/// <summary>
/// The folder with everything one server keeps, locked for this process: if two servers wrote to one folder, each would
/// take itself for the only one. The operating system frees the lock when the process ends, however it ends.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string LockFile = "in-use.lock";

    /// <summary>Says who holds the lock. It is a separate file because on some systems others cannot read a locked file.</summary>
    private const string HolderFile = "in-use.json";

    private readonly FileStream _lock;

    private DataFolder(string path, FolderPrivacy privacy, FileStream @lock)
    {
        FullPath = path;
        Privacy = privacy;
        _lock = @lock;
    }

    public string FullPath { get; }

    /// <summary>Whether other users of the machine could read the folder when it was opened.</summary>
    internal FolderPrivacy Privacy { get; }

    /// <summary>Creates the folder if it is missing, closes it to other users, and locks it until disposal.</summary>
    /// <exception cref="JournalUnavailableException">
    /// It is in use by another process, is not a folder, is shared by all users, or cannot be written. The message says which, and what to do.
    /// </exception>
    public static DataFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var folder = new DataFolder(full, PrivateFolder.Create(full), Lock(full));
            folder.Announce(url: null);
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException(DataFolderFailure.Explain(full, failure, ReadHolder(full)), failure);
        }
    }

    /// <summary>The address of the server that holds a folder which cannot be opened; null if none has announced one.</summary>
    public static Uri? ServerOf(string path) =>
        Uri.TryCreate(ReadHolder(Path.GetFullPath(path))?.Url, UriKind.Absolute, out var url) ? FromThisMachine(url) : null;

    /// <summary>Tells anyone who finds the folder in use which process holds it, and the address of its server.</summary>
    public void Announce(string? url)
    {
        try
        {
            File.WriteAllText(PathOf(HolderFile), JsonSerializer.Serialize(new DataFolderHolder(Environment.ProcessId, url), DomainJson.Options));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The announcement only makes a message more helpful, so failing to write it must not stop the server.
        }
    }

    public string PathOf(string file) => Path.Combine(FullPath, file);

    public void Dispose()
    {
        if (_lock.SafeFileHandle.IsClosed)
        {
            return;
        }

        try
        {
            File.Delete(PathOf(HolderFile));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The file of the last holder does no harm: only the lock counts.
        }
        finally
        {
            // The lock file stays: deleting it would let two processes each lock a file of that name.
            _lock.Dispose();
        }
    }

    /// <summary>A server that listens on every address announces <c>0.0.0.0</c> or <c>[::]</c>, which nobody can call.</summary>
    private static Uri FromThisMachine(Uri url) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(url) { Host = "localhost" }.Uri
            : url;

    private static FileStream Lock(string path) => new(Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static DataFolderHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<DataFolderHolder>(File.ReadAllText(Path.Combine(path, HolderFile)), DomainJson.Options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

using CapacityBoard.Hosting;

namespace CapacityBoard.Journal;

/// <summary>The process that holds a data folder, as it wrote itself down.</summary>
/// <param name="Url">The address of its server; null while it is starting.</param>
internal sealed record DataFolderHolder(int Process, string? Url = null);

/// <summary>Explains to a person why a data folder cannot be used, and what to do.</summary>
internal static class DataFolderFailure
{
    /// <summary>The errors of opening a file that another process has locked, on Linux, macOS and Windows.</summary>
    private static readonly int[] LockedByAnother = [11, 35, unchecked((int)0x80070020)];

    public static string Explain(string path, Exception failure, DataFolderHolder? holder) => failure switch
    {
        _ when File.Exists(path) => $"The data folder {path} is a file. Choose a folder with --data.",
        _ when IsLocked(failure) => $"The data folder {path} is in use by {Words(holder)}. Stop it, or choose another folder with --data.",
        UnauthorizedAccessException =>
            $"The data folder {path} cannot be written by user '{OperatingUser.Name}'. Allow it, or choose another folder with --data.",
        _ => $"The data folder {path} cannot be used: {failure.Message.TrimEnd('.')}. Fix this, or choose another folder with --data.",
    };

    private static bool IsLocked(Exception failure) => failure is IOException && LockedByAnother.Contains(failure.HResult);

    private static string Words(DataFolderHolder? holder) => holder switch
    {
        null => "another process",
        { Url: null } => $"process {holder.Process}",
        _ => $"process {holder.Process} at {holder.Url}",
    };
}

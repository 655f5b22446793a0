using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CapacityBoard.Journal;

/// <summary>Who can read a data folder besides the user that the program runs as.</summary>
internal enum FolderPrivacy
{
    /// <summary>Nobody.</summary>
    Private,

    /// <summary>Nobody now, but others could until a moment ago.</summary>
    Closed,

    /// <summary>Others can, and this user may not change that.</summary>
    OpenToOthers,
}

/// <summary>
/// Restricts a data folder to the user that the program runs as, whatever the umask, because it holds references of stays,
/// password hashes and session keys. On Windows nothing is done: a new folder inherits its parent's permissions.
/// </summary>
internal static class PrivateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The program's own files. Other files in the folder belong to whoever put them there and are left alone.</summary>
    private static readonly string[] Files = ["*.db*", "*.head", "in-use.*"];

    /// <summary>Creates the folder if it is missing, and removes other users' permissions on it and its files.</summary>
    /// <exception cref="JournalUnavailableException">It is a folder that all users share, such as <c>/tmp</c>.</exception>
    public static FolderPrivacy Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return FolderPrivacy.Private;
        }

        // SQLite and the framework create files by the umask, and offer no way to pass other permissions.
        _ = Umask((int)Others);
        Directory.CreateDirectory(path, Owner);
        if (File.GetUnixFileMode(path).HasFlag(UnixFileMode.StickyBit))
        {
            throw new JournalUnavailableException($"The data folder {path} is shared by all users of this machine. Choose a separate folder with --data.");
        }

        return Close(path);
    }

    [UnsupportedOSPlatform("windows")]
    private static FolderPrivacy Close(string path)
    {
        try
        {
            var open = Entries(path).Where(entry => (File.GetUnixFileMode(entry) & Others) != 0).ToList();
            open.ForEach(entry => File.SetUnixFileMode(entry, File.GetUnixFileMode(entry) & ~Others));
            return open.Count > 0 ? FolderPrivacy.Closed : FolderPrivacy.Private;
        }
        catch (UnauthorizedAccessException)
        {
            return FolderPrivacy.OpenToOthers;
        }
    }

    private static IEnumerable<string> Entries(string path)
    {
        var keys = Path.Combine(path, "keys");
        return [path, .. Files.SelectMany(files => Directory.EnumerateFiles(path, files)), .. Directory.Exists(keys) ? [keys, .. Directory.EnumerateFiles(keys)] : Array.Empty<string>()];
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Umask(int mask);
}

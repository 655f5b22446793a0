using CapacityBoard.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Copying;

/// <summary>
/// Copies everything a data folder keeps into another folder, even while a server runs on it: each database as of one
/// moment, and the keys.
/// </summary>
internal static class FolderBackup
{
    private const string Keys = "keys";

    /// <param name="databases">File names; those that exist are copied, in this order.</param>
    /// <exception cref="JournalUnavailableException">There is nothing to copy, the target is in the way, or the disk is full.</exception>
    public static void Copy(string from, string to, IReadOnlyList<string> databases)
    {
        SqliteJournal.RequireIn(from);
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
        {
            throw new JournalUnavailableException($"The folder {Path.GetFullPath(to)} is not empty. Choose another folder, or move its files away.");
        }

        try
        {
            PrivateFolder.Create(to);
            foreach (var database in databases.Where(each => File.Exists(Path.Combine(from, each))))
            {
                CopyDatabase(Path.Combine(from, database), Path.Combine(to, database));
            }

            CopyKeys(Path.Combine(from, Keys), Path.Combine(to, Keys));
            NoteEnd(to);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.OfRecording(failure, from);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"{Path.GetFullPath(to)} cannot be written: {failure.Message} Choose another folder, or free some space.", failure);
        }
    }

    private static void CopyDatabase(string from, string to)
    {
        using var connection = SqliteConnections.OpenReadOnly(from);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }

    private static void CopyKeys(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static void NoteEnd(string folder)
    {
        using var connection = SqliteConnections.OpenReadOnly(Path.Combine(folder, SqliteJournal.FileName));
        var last = (long)connection.Ask("SELECT coalesce(max(position), 0) FROM journal")!;
        using var head = JournalHead.Open(Path.Combine(folder, JournalHead.FileName));
        head.Write(last, SqliteJournalRows.Read(connection, last - 1, 1) is [var row] ? row.Hash : null);
    }
}

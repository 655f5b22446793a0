using System.CommandLine;
using System.Globalization;
using CapacityBoard.Access.Store;
using CapacityBoard.Feeds;
using CapacityBoard.Journal.Copying;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Messages;

namespace CapacityBoard.Hosting;

/// <summary>
/// <c>backup --to FOLDER</c> and <c>restore --from FOLDER</c>: a complete data folder. A database is backed up with its own
/// tools, as docs/operations.md says.
/// </summary>
internal static class BackupCommands
{
    private static readonly string[] Databases = [SqliteJournal.FileName, AccessSchema.File, Outboxes.FileName, FeedStore.FileName];

    private static readonly Option<DirectoryInfo> Data = new("--data") { Description = "The data folder. Default: data.", DefaultValueFactory = _ => new("data") };

    private static readonly Option<DirectoryInfo> To = new("--to") { Description = "A new folder for the backup.", Required = true };

    private static readonly Option<DirectoryInfo> From = new("--from") { Description = "The backup folder.", Required = true };

    public static Command CreateBackup()
    {
        var command = new Command("backup", "Copies a data folder's journal, accounts, keys and what was sent, and checks the copy. The server can keep running.") { Data, To };
        command.SetAction((arguments, token) => Copy(arguments.GetRequiredValue(Data).FullName, arguments.GetRequiredValue(To).FullName, token));
        return command;
    }

    public static Command CreateRestore()
    {
        var command = new Command("restore", "Checks a backup and restores it into a new data folder.") { From, Data };
        command.SetAction((arguments, token) => Copy(arguments.GetRequiredValue(From).FullName, arguments.GetRequiredValue(Data).FullName, token));
        return command;
    }

    /// <summary>Backup and restore are the same: a complete copy, which is then read from end to end.</summary>
    private static async Task<int> Copy(string from, string to, CancellationToken token)
    {
        try
        {
            FolderBackup.Copy(from, to, Databases);
            await using var rows = ReadOnlySqliteRows.Open(to);
            var found = await new JournalInspection(rows, new JournalRowsAt.Lines()).Run(token);
            if (found.Problems.Count > 0)
            {
                await Console.Error.WriteLineAsync($"The journal in {from} is damaged: {string.Join(' ', found.Problems)} The copy is in {to}. Do not start a server on it.");
                return 1;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{to} has {found.Entries:#,0} entries and is complete."));
            return 0;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }
}

using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>Says to a person what went wrong with the journal's file, and what to do.</summary>
internal static class SqliteFailure
{
    public static JournalUnavailableException OfOpening(SqliteException failure, string file) =>
        new($"{Cause(failure, file)} {Remedy(failure)}, then start again.", failure);

    /// <summary>Of a file that is damaged, whoever reads need not try again.</summary>
    public static Exception OfReading(SqliteException failure, string file) => IsDamage(failure)
        ? OfDamage(failure, file)
        : new JournalUnavailableException($"{Cause(failure, file)} {Remedy(failure)}, then read again.", failure);

    public static JournalDamagedException OfDamage(Exception? failure, string file) =>
        new($"The file {file} is damaged or is not a SQLite database. Restore the last backup, then start again.", failure);

    /// <summary>True where the file itself is wrong.</summary>
    public static bool IsDamage(Exception failure) => failure is SqliteException { SqliteErrorCode: SQLITE_CORRUPT or SQLITE_NOTADB };

    /// <summary>None of the batch's appends is answered for. Each gets an exception of its own.</summary>
    public static JournalUnavailableException OfRecording(Exception failure, string file) => failure is SqliteException known
        ? new($"{Cause(known, file)} {Nothing(known)} {Remedy(known)}, then send it again.", failure)
        : new($"The journal could not save: {failure.Message} Send it again. If it fails again, restart the server.", failure);

    private static string Cause(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        SQLITE_FULL => $"The disk that holds {file} is full.",
        SQLITE_IOERR => $"The disk failed to read or write {file} (SQLite error {failure.SqliteExtendedErrorCode}).",
        SQLITE_READONLY => $"The file {file} is read-only.",
        SQLITE_BUSY or SQLITE_LOCKED => $"Another program has locked {file}.",
        SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_AUTH => $"The file {file} cannot be opened.",
        SQLITE_CORRUPT or SQLITE_NOTADB => $"The file {file} is damaged or is not a SQLite database.",
        SQLITE_NOMEM => $"There is not enough memory to use {file}.",
        _ => $"SQLite could not use {file}: {failure.Message}",
    };

    /// <summary>Where the disk itself failed, a commit may have reached it unseen; sending again records nothing twice.</summary>
    private static string Nothing(SqliteException failure) =>
        failure.SqliteErrorCode == SQLITE_IOERR ? "It may not be saved." : "Nothing was saved.";

    private static string Remedy(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLITE_FULL => "Free some space",
        SQLITE_IOERR => "Check the disk",
        SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_AUTH => "Let this user write the file and its folder",
        SQLITE_BUSY or SQLITE_LOCKED => "Close that program",
        SQLITE_CORRUPT or SQLITE_NOTADB => "Restore the last backup",
        SQLITE_NOMEM => "Close other programs",
        _ => "Fix this",
    };
}

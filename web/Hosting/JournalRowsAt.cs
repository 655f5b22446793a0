using System.CommandLine;
using System.Globalization;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Hosting;

/// <summary>Opens a journal by the place named on the command line.</summary>
internal static class JournalRowsAt
{
    public static Option<string> Option(string name, string description) => new(name)
    {
        Description = $"{description}: a data folder, a PostgreSQL connection string without a password, or {JournalPlace.Setting} to use the one in the environment.",
        Required = true,
        Validators = { JournalPlace.Check },
    };

    /// <summary>Opens it to copy from or to; no server may run on it meanwhile.</summary>
    /// <exception cref="JournalUnavailableException">There is no such journal, or it cannot be reached.</exception>
    public static async Task<IJournalRows> Open(string place, bool mustExist, CancellationToken token) =>
        DatabaseAt(place) is { } database ? await PostgresRows.Open(database, token) : SqliteRows.Open(place, mustExist);

    /// <summary>Opens it for reading; a server may be running on it.</summary>
    /// <inheritdoc cref="Open"/>
    public static async Task<IJournalRows> OpenToRead(string place, CancellationToken token) =>
        DatabaseAt(place) is { } database ? await PostgresRows.Open(database, token) : ReadOnlySqliteRows.Open(place);

    /// <summary>Opens the access log beside a journal for reading; null if the folder has none.</summary>
    public static AccessErrand? AccessAt(string place) => DatabaseAt(place) is { } database ? AccessErrand.InDatabase(database) : AccessErrand.OfFileIn(place);

    private static string? DatabaseAt(string place) =>
        place == JournalPlace.Setting
            ? JournalPlace.OfEnvironment() ?? throw new JournalUnavailableException(
                $"{place} is not set: put it in the environment (Journal__ConnectionString) or in the folder that {SecretsFolder.Variable} names.")
            : place.Contains('=', StringComparison.Ordinal) ? place : null;

    /// <summary>Reports progress on the error stream.</summary>
    public sealed class Lines : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) =>
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Doing} {value.Done:#,0} of {value.Of:#,0}"));
    }
}

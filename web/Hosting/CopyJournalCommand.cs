using System.CommandLine;
using System.Globalization;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Hosting;

/// <summary><c>copy-journal --from data --to "Host=…"</c>: moves a journal, from SQLite to PostgreSQL or back.</summary>
internal static class CopyJournalCommand
{
    private static readonly Option<string> From = new("--from")
    {
        Description = $"The journal to copy: a data folder, a PostgreSQL connection string without a password, or {JournalPlace.Setting} for the one that the environment has.",
        Required = true,
        Validators = { JournalPlace.Check },
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "Where to: as --from; empty, or what an earlier copy began.",
        Required = true,
        Validators = { JournalPlace.Check },
    };

    public static Command Create()
    {
        var command = new Command("copy-journal", "Copies a journal into another, checks it by count and hash, and goes on where it was interrupted.") { From, To };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            await using var from = await Open(arguments.GetRequiredValue(From), mustExist: true, token);
            await using var to = await Open(arguments.GetRequiredValue(To), mustExist: false, token);
            var report = await new JournalCopy(from, to, new Lines()).Run(token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Entries:#,0} entries in both, {report.Copied:#,0} of them copied now; SHA-256 {report.Hash} on either side."));
            return 0;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. What was copied stays; run the same command again to go on.");
            return 1;
        }
    }

    /// <exception cref="JournalUnavailableException">There is no such journal, or it cannot be reached.</exception>
    private static async Task<IJournalRows> Open(string place, bool mustExist, CancellationToken token)
    {
        if (place == JournalPlace.Setting)
        {
            var database = JournalPlace.OfEnvironment() ?? throw new JournalUnavailableException(
                $"{place} is not set: put it in the environment (Journal__ConnectionString) or in the folder that {SecretsFolder.Variable} names.");
            return await PostgresRows.Open(database, token);
        }

        return place.Contains('=', StringComparison.Ordinal) ? await PostgresRows.Open(place, token) : SqliteRows.Open(place, mustExist);
    }

    private sealed class Lines : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) =>
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Doing} {value.Done:#,0} of {value.Of:#,0}"));
    }
}

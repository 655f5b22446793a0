using CapacityBoard.Access.Store;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Scenarios;

/// <summary>An invented year of Stockport that ends now, in a data folder.</summary>
internal static class InventedYear
{
    public static InventedPast UpToNow()
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        return new(end.AddDays(-365), end);
    }

    public static async Task Record(string path, InventedPast year)
    {
        using var folder = DataFolder.Open(path);
        await using var journal = SqliteJournal.Open(folder, NullLogger<SqliteJournal>.Instance);
        if (!await new PastImport(journal).Run(year, CancellationToken.None))
        {
            throw new InvalidOperationException("The journal of the year was not empty.");
        }
    }

    /// <summary>Nothing may change during a measurement, so the folder is not a demonstration's.</summary>
    public static Task Settle(string path) => AccessErrand.InFolder(path).Store.Add(new BoardKindRow { IsDemonstration = false, Chosen = TimeProvider.System.GetUtcNow() });
}

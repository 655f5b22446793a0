using System.CommandLine;
using System.Globalization;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Hosting;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Postcodes;

/// <summary><c>import-postcodes FILE</c>: imports a postcode directory from the command line, while a server runs or not.</summary>
internal static class ImportPostcodesCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("file") { Description = "ONS' postcode directory or a cut of it: a CSV file, or the zip file that ONS publishes." };

    public static Command Create()
    {
        var command = new Command("import-postcodes", "Imports where postcodes are, so that distances are from the postcode itself. Replaces the last directory.")
        {
            FileArgument, ErrandPlace.Data, ErrandPlace.Journal,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            var named = arguments.GetRequiredValue(FileArgument);
            await using var file = named.OpenRead();
            await using var rows = await Journal(arguments, token);
            var import = new PostcodeImport(ErrandPlace.Open(arguments).Store, new SitePostcodesInJournal(rows), TimeProvider.System);
            var (counts, problem) = await import.Run(file, named.Name, AccessActor.CommandLine, token);
            await (counts is null ? Console.Error.WriteLineAsync(problem) : Console.Out.WriteLineAsync(Words(counts)));
            return counts is null ? 1 : 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The file cannot be read: {failure.Message}");
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
        }

        return 1;
    }

    private static async Task<IJournalRows> Journal(ParseResult arguments, CancellationToken token) => arguments.GetValue(ErrandPlace.Journal) is { } database
        ? await PostgresRows.Open(database, token)
        : ReadOnlySqliteRows.Open(arguments.GetValue(ErrandPlace.Data)!.FullName);

    private static string Words(PostcodeCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Rows:N0} rows. Kept {counts.Kept:N0} postcodes, {counts.Sectors:N0} sectors and {counts.Districts:N0} districts. "
        + $"Left out: {counts.NoPosition:N0} without a position, {counts.SharedPoint:N0} that share one point, {counts.NotPostcodes:N0} that are no postcode.");
}

using System.CommandLine;
using System.Globalization;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// <c>export-access-log</c> and <c>cut-access-log</c>. The board's operator decides how long these records are kept.
/// </summary>
internal static class AccessLogCommands
{
    private static readonly Option<FileInfo> To = new("--to") { Description = "The CSV file to write. It must not exist yet.", Required = true };

    private static readonly Option<DateOnly?> UpTo = Day("--before", "Export lines from before this day, for example 2026-11-29. All lines if not given.", isRequired: false);

    private static readonly Option<DateOnly?> Before = Day("--before", "Remove lines from before this day, for example 2018-11-29.", isRequired: true);

    public static Command Export()
    {
        var command = new Command("export-access-log", "Writes the access log to a CSV file.") { To, UpTo, ErrandPlace.Data, ErrandPlace.Journal };
        command.SetAction((arguments, token) => Try(() => Export(arguments, token)));
        return command;
    }

    public static Command Cut()
    {
        var command = new Command("cut-access-log", "Removes old lines from the access log.") { Before, ErrandPlace.Data, ErrandPlace.Journal };
        command.SetAction((arguments, token) => Try(() => Cut(arguments, token)));
        return command;
    }

    private static async Task<string> Export(ParseResult arguments, CancellationToken token)
    {
        var before = arguments.GetValue(UpTo) is { } day ? LocalDay.StartOf(day).ToUniversalTime() : TimeProvider.System.GetUtcNow();
        var file = arguments.GetRequiredValue(To);
        await using var stream = new FileStream(file.FullName, Options());
        var lines = await ErrandPlace.Open(arguments).LogFile.Export(stream, before, AccessActor.CommandLine, file.Name, token);
        return string.Create(CultureInfo.InvariantCulture, $"{lines:#,0} lines written to {file.FullName}.");
    }

    private static async Task<string> Cut(ParseResult arguments, CancellationToken token)
    {
        var day = arguments.GetValue(Before)!.Value;
        var lines = await ErrandPlace.Open(arguments).LogFile.Cut(LocalDay.StartOf(day).ToUniversalTime(), AccessActor.CommandLine, token);
        return string.Create(CultureInfo.InvariantCulture, $"{lines:#,0} lines from before {day:yyyy-MM-dd} removed. The log records this.");
    }

    /// <summary>The lines name stays, so only the file's owner may read it.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static async Task<int> Try(Func<Task<string>> errand)
    {
        try
        {
            Console.WriteLine(await errand());
            return 0;
        }
        catch (Exception failure) when (failure is JournalUnavailableException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }
        catch (Exception failure) when (AccessStore.IsOfDatabase(failure))
        {
            await Console.Error.WriteLineAsync($"The access log cannot be read or written: {(failure.InnerException ?? failure).Message}");
        }

        return 1;
    }

    private static Option<DateOnly?> Day(string name, string description, bool isRequired) => new(name)
    {
        Description = description,
        Required = isRequired,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= LocalDay.Of(TimeProvider.System.GetUtcNow()))
            {
                return day;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a day up to today. Write it like 2018-11-29.");
            return null;
        },
    };
}

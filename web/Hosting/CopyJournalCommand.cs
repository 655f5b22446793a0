using System.CommandLine;
using System.Globalization;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Hosting;

/// <summary><c>copy-journal --from data --to "Host=…"</c>: moves a journal from SQLite to PostgreSQL or back.</summary>
internal static class CopyJournalCommand
{
    private static readonly Option<string> From = JournalRowsAt.Option("--from", "The journal to copy");

    private static readonly Option<string> To = JournalRowsAt.Option("--to", "The target: empty, or left by an interrupted copy");

    public static Command Create()
    {
        var command = new Command("copy-journal", "Copies a journal into another and checks it by count and hash. Continues an interrupted copy.") { From, To };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            await using var from = await JournalRowsAt.Open(arguments.GetRequiredValue(From), mustExist: true, token);
            await using var to = await JournalRowsAt.Open(arguments.GetRequiredValue(To), mustExist: false, token);
            var report = await new JournalCopy(from, to, new JournalRowsAt.Lines()).Run(token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Entries:#,0} entries in both, {report.Copied:#,0} of them copied now. SHA-256 {report.Hash} on both sides."));
            return 0;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. The entries copied so far are kept. Run the same command again to continue.");
            return 1;
        }
    }
}

using System.CommandLine;
using System.Globalization;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Hosting;

/// <summary><c>check-journal --of data</c>: says whether a journal is whole. A server may run on it.</summary>
internal static class CheckJournalCommand
{
    private static readonly Option<string> Of = JournalRowsAt.Option("--of", "The journal to check");

    public static Command Create()
    {
        var command = new Command("check-journal", "Reads every entry of a journal and says what is missing, changed or cannot be read.") { Of };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            await using var rows = await JournalRowsAt.OpenToRead(arguments.GetRequiredValue(Of), token);
            var found = await new JournalInspection(rows, new JournalRowsAt.Lines()).Run(token);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Entries:#,0} entries, {found.Hashed:#,0} of them in the chain of hashes."));
            foreach (var problem in found.Problems)
            {
                Console.WriteLine(problem);
            }

            Console.WriteLine(found.Problems.Count == 0 ? "The journal is whole." : "The journal is not whole. Restore the last backup, or ask whoever maintains the board before anything is recorded on it.");
            return found.Problems.Count == 0 ? 0 : 1;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }
}

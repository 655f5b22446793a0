using System.CommandLine;
using System.Globalization;
using CapacityBoard.Access.Audit;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Hosting;

/// <summary>
/// <c>check-journal --of data</c>: reports whether a journal and the access log beside it are intact. A server may be running on
/// it.
/// </summary>
internal static class CheckJournalCommand
{
    private static readonly Option<string> Of = JournalRowsAt.Option("--of", "The journal to check");

    public static Command Create()
    {
        var command = new Command("check-journal", "Checks every entry in a journal and every line in the access log, and reports any that are missing, changed or unreadable.") { Of };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            var place = arguments.GetRequiredValue(Of);
            var journal = await CheckJournal(place, token);
            var accessLog = await CheckAccessLog(place, token);
            return journal && accessLog ? 0 : 1;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    private static async Task<bool> CheckJournal(string place, CancellationToken token)
    {
        await using var rows = await JournalRowsAt.OpenToRead(place, token);
        var found = await new JournalInspection(rows, new JournalRowsAt.Lines()).Run(token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Entries:#,0} entries, {found.Hashed:#,0} of them in the chain of hashes."));
        return IsWhole(found.Problems, "The journal is complete.", "The journal is damaged. Restore the last backup, or ask the maintainers before anything more is recorded.");
    }

    private static async Task<bool> CheckAccessLog(string place, CancellationToken token)
    {
        if (JournalRowsAt.AccessAt(place) is not { } access)
        {
            return true;
        }

        var found = await new AccessInspection(access).Run(token);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Lines:#,0} lines of the access log. Its chain has {found.Chained:#,0} lines and ends with {found.End}. {found.Waiting:#,0} lines are waiting to be added."));
        return IsWhole(found.Problems, "The access log is complete.", "The access log is damaged. Keep it as it is, and find out who can write to its table or file.");
    }

    private static bool IsWhole(IReadOnlyList<string> problems, string whole, string not)
    {
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(problems.Count == 0 ? whole : not);
        return problems.Count == 0;
    }
}

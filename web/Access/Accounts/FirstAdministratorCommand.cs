using System.CommandLine;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// <c>first-administrator</c>: prints a new link for the first administrator after the one from the start has expired.
/// </summary>
internal static class FirstAdministratorCommand
{
    public static Command Create()
    {
        var command = new Command("first-administrator", "Prints a link to become the first administrator. The link works for 1 hour.")
        {
            ErrandPlace.Data, ErrandPlace.Journal,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            if (await ErrandPlace.Open(arguments).FirstAdministrator.Make(AccessActor.CommandLine, token) is { } path)
            {
                Console.WriteLine($"{AddressOf(arguments)}{path}");
                return 0;
            }

            await Console.Error.WriteLineAsync("This board already has an administrator, who can invite others at /admin/people.");
        }
        catch (JournalUnavailableException unavailable)
        {
            await Console.Error.WriteLineAsync($"No link was created. {unavailable.Message}");
        }

        return 1;
    }

    /// <summary>The server's address for this data folder, or a placeholder for it if it is not known.</summary>
    private static string AddressOf(ParseResult arguments) =>
        (arguments.GetValue(ErrandPlace.Journal) is null ? DataFolder.ServerOf(arguments.GetValue(ErrandPlace.Data)!.FullName) : null)?.GetLeftPart(UriPartial.Authority)
        ?? "https://BOARD";
}

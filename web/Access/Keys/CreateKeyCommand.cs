using System.CommandLine;
using System.CommandLine.Parsing;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Keys;

/// <summary>
/// <c>create-key --name NAME --role ROLE --scope SCOPE</c>: creates a machine's key when no administrator is available.
/// </summary>
internal static class CreateKeyCommand
{
    private const int MostDays = ApiKeys.LongestDays;

    private static readonly Option<string> Name = new("--name") { Description = "What the key is for. This name is shown next to the figures it changes.", Required = true };

    private static readonly Option<string> RoleCode = new("--role")
    {
        Description = $"What the key can do: {Codes.Allowed<Role>()}.",
        Required = true,
        Validators = { result => Check(result, Codes.TryParse<Role>(result.Tokens[0].Value, out _), $"one of {Codes.Allowed<Role>()}") },
    };

    private static readonly Option<string> ScopeText = new("--scope")
    {
        Description = $"Where: {Scope.Allowed}.",
        Required = true,
        Validators =
        {
            result => Check(result, Scope.TryParse(result.Tokens[0].Value, out _), Scope.Allowed),
            result => Check(result, !LocalityNames.Taken.Contains(result.Tokens[0].Value.Split('/')[0]), "a locality whose name is not an address that the board uses itself"),
        },
    };

    private static readonly Option<int> Days = new("--days")
    {
        Description = $"How many days the key works for, from 1 to {MostDays}.",
        DefaultValueFactory = _ => 365,
        Validators = { result => Check(result, result.Tokens is not [var days] || (int.TryParse(days.Value, out var count) && count is >= 1 and <= MostDays), $"a whole number from 1 to {MostDays}") },
    };

    public static Command Create()
    {
        var command = new Command("create-key", "Creates a key for a machine and prints it once.") { Name, RoleCode, ScopeText, Days, ErrandPlace.Data, ErrandPlace.Journal };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        try
        {
            var errand = ErrandPlace.Open(arguments);
            var role = Codes.TryParse<Role>(arguments.GetRequiredValue(RoleCode), out var known) ? known : Role.Viewer;
            var grant = new Grant(role, Scope.Parse(arguments.GetRequiredValue(ScopeText)));
            var name = arguments.GetRequiredValue(Name);
            if (await errand.Store.Ask(context => CallerNames.WhyNotFree(context, name), token) is { } taken)
            {
                await Console.Error.WriteLineAsync(taken);
                return 1;
            }

            var days = arguments.GetValue(Days);
            var entry = AccessActor.CommandLine.Entry(TimeProvider.System, Acts.KeyMade, name, ApiKeys.Words(grant, days));
            await errand.Log.Write(entry, token);
            Console.WriteLine(await errand.Keys.Create(name, [grant], TimeSpan.FromDays(days), AccessActor.CommandLine.Name, entry, token));
            return 0;
        }
        catch (JournalUnavailableException unavailable)
        {
            await Console.Error.WriteLineAsync($"No key was created. {unavailable.Message}");
            return 1;
        }
    }

    private static void Check(OptionResult result, bool isRight, string allowed)
    {
        if (!isRight)
        {
            result.AddError($"{result.Option.Name}: '{result.Tokens[0].Value}' cannot be used. Use {allowed}.");
        }
    }
}

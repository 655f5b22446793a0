using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Import;
using CapacityBoard.Postcodes;

namespace CapacityBoard.Hosting;

/// <summary>The program's commands: serving the board, or one of its tools.</summary>
internal static class CommandLine
{
    private const int NotUnderstood = 2;

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on.",
        DefaultValueFactory = _ => "http://localhost:5080",
        Validators = { Addresses.Check },
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The data folder. Default: data.",
    };

    private static readonly Option<string?> Journal = new("--journal")
    {
        Description = "The PostgreSQL database for the journal, as Host=…;Database=… without a password. Default: a file in the data folder.",
        Validators = { JournalPlace.Check },
    };

    private static readonly Option<bool> NoDemo = new("--no-demo")
    {
        Description = "Start your own board instead of the Stockport demonstration.",
    };

    private static readonly Option<bool> DemoForAll = new("--demo-for-all")
    {
        Description = "Let other machines use the demonstration. Anyone who can reach it can sign in as anyone.",
    };

    /// <summary>Runs the command and returns the exit code: 0 done, 1 not done, 2 not understood.</summary>
    public static async Task<int> Run(string[] args)
    {
        // Pages are in English, whatever language the machine is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var arguments = Root().Parse(args);
        var exitCode = await arguments.InvokeAsync(ServerRun.Invocation);
        return arguments.Action is ParseErrorAction ? NotUnderstood : exitCode;
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Capacity board: beds available now and in the next 24 hours.")
        {
            Urls, Data, Journal, NoDemo, DemoForAll, ImportCommand.Create(), ImportPostcodesCommand.Create(), CopyJournalCommand.Create(), CheckJournalCommand.Create(),
            BackupCommands.CreateBackup(), BackupCommands.CreateRestore(), CreateKeyCommand.Create(), FirstAdministratorCommand.Create(),
            AccessLogCommands.Export(), AccessLogCommands.Cut(), AdtDemo(),
        };
        root.SetAction((result, token) => ServerRun.Serve(configure => BoardServer.Build(SettingsOf(result), configure), token));
        return root;
    }

    /// <summary>The board of a hospital that its own system fills.</summary>
    private static Command AdtDemo()
    {
        var command = new Command("adt-demo", "Starts a demonstration of a hospital of 600 beds that its own system fills, message by message. Its folder is data-adt.") { Urls, Data };
        command.SetAction((result, token) => ServerRun.Serve(
            configure => BoardServer.Build(
                new(result.GetValue(Urls)!, result.GetValue(Data)?.FullName ?? Path.GetFullPath("data-adt"), Demonstration: true)
                {
                    More = new Dictionary<string, string?> { ["Demonstration:Of"] = "Hospital", ["Mllp:Endpoint"] = Environment.GetEnvironmentVariable("Mllp__Endpoint") ?? "127.0.0.1:2575" },
                },
                configure),
            token));
        return command;
    }

    private static ServerSettings SettingsOf(ParseResult result) => new(
        result.GetValue(Urls)!, result.GetValue(Data)?.FullName, result.GetValue(Journal), !result.GetValue(NoDemo), result.GetValue(DemoForAll));
}

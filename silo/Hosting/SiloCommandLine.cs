using System.CommandLine;
using System.CommandLine.Invocation;

namespace CapacityBoard.Hosting;

/// <summary>The silo program's command line: host grains for web nodes elsewhere.</summary>
internal static class SiloCommandLine
{
    private const int NotUnderstood = 2;

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to answer health checks on.",
        DefaultValueFactory = _ => "http://localhost:5081",
        Validators = { Addresses.Check },
    };

    private static readonly Option<string?> Journal = new("--journal")
    {
        Description = "The PostgreSQL database for the journal, as Host=…;Database=… without a password.",
        Validators = { JournalPlace.Check },
    };

    /// <summary>Runs the command in the arguments and returns the exit code: 0 done, 1 not done, 2 not understood.</summary>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Capacity board silo: hosts the grains for web nodes that do not host any.") { Urls, Journal };
        root.SetAction((result, token) =>
            ServerRun.Serve(configure => SiloServer.Build(result.GetValue(Urls)!, result.GetValue(Journal), configure), token));
        var arguments = root.Parse(args);
        var exitCode = await arguments.InvokeAsync(ServerRun.Invocation);
        return arguments.Action is ParseErrorAction ? NotUnderstood : exitCode;
    }
}

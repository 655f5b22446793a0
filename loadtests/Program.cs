using CapacityBoard.Processes;
using CapacityBoard.Scenarios;

// dotnet run --project loadtests --configuration Release [-- SCENARIO …]
// Runs the named scenarios, or all; exits with 1 if a threshold was missed. With `cluster`, starts a cluster to look at.
if (args is [ClusterCommand.Name])
{
    await ClusterCommand.Run();
    return 0;
}

IReadOnlyList<IScenario> all =
[
    new JournalScenario(), new ReplayScenario(), new ScreensScenario(), new UpdatesScenario(), new TopologiesScenario(), new YearScenario(),
    .. Environment.GetEnvironmentVariable(EarlierBuildScenario.Variable) is { } folder ? new[] { new EarlierBuildScenario(folder) } : [],
];
var chosen = args.Length == 0 ? all : [.. all.Where(scenario => args.Contains(scenario.Name))];
if (chosen.Count < args.Length)
{
    await Console.Error.WriteLineAsync($"Scenarios: {string.Join(", ", all.Select(scenario => scenario.Name))}");
    return 2;
}

var kept = true;
Console.WriteLine($"| scenario | figure | measured | threshold | |{Environment.NewLine}|---|---|---|---|---|");
foreach (var scenario in chosen)
{
    foreach (var figure in await scenario.Measure())
    {
        kept &= figure.IsKept;
        Console.WriteLine($"| {scenario.Name} | {figure} |");
    }
}

return kept ? 0 : 1;

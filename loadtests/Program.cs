using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Floors;
using CapacityBoard.Processes;
using CapacityBoard.Reports;
using CapacityBoard.Scenarios;

// ./run loadtest [SCENARIO …]
// Runs the named scenarios, or all but those that take long or need something; exits with 1 if a threshold was missed. With `cluster`, starts a cluster to look at.
if (args is [ClusterCommand.Name])
{
    await ClusterCommand.Run();
    return 0;
}

switch (args)
{
    case [.., "floor", BareHub.Name, var bytes]:
        await BareHub.Run(args[..^3], int.Parse(bytes, CultureInfo.InvariantCulture));
        return 0;
    case [.., "floor", PlainBoard.Name, var place]:
        await PlainBoard.Run(args[..^3], place);
        return 0;
}

IReadOnlyList<IScenario> all =
[
    new JournalScenario(), new ReplayScenario(), new UpdatesScenario(), new ScreensScenario(ScreensScenario.Thousand), new HoldStormScenario(),
    new ReconnectScenario(), new SlowReadersScenario(), new DayScenario(), new TopologiesScenario(), new SilosScenario(), new CountryScenario(), new GrowthScenario(),
    new YearScenario(), new HistoryScenario(), new PlanScenario(), new AdtScenario(),
];
IReadOnlyList<IScenario> byName = [new SoakScenario(), .. Environment.GetEnvironmentVariable(EarlierBuildScenario.Variable) is { } folder ? new[] { new EarlierBuildScenario(folder) } : []];
var chosen = args.Length == 0 ? all : [.. all.Concat(byName).Where(scenario => args.Contains(scenario.Name))];
if (chosen.Count < args.Length)
{
    await Console.Error.WriteLineAsync($"Scenarios: {string.Join(", ", all.Concat(byName).Select(scenario => scenario.Name))}");
    return 2;
}

var began = TimeProvider.System.GetUtcNow();
var reports = new List<ScenarioReport>();
Console.WriteLine($"| scenario | figure | measured | threshold | |{Environment.NewLine}|---|---|---|---|---|");
foreach (var scenario in chosen)
{
    await Console.Error.WriteLineAsync($"{scenario.Name} ({reports.Count + 1} of {chosen.Count}) …");
    var (charts, started) = (new List<Chart>(), Stopwatch.GetTimestamp());
    var figures = await scenario.Measure(charts);
    reports.Add(new(scenario.Name, Stopwatch.GetElapsedTime(started).TotalSeconds, figures, charts));
    foreach (var figure in figures)
    {
        Console.WriteLine($"| {scenario.Name} | {figure} |");
    }
}

await Console.Error.WriteLineAsync($"Report: {await LoadReport.Of(began, reports).Write(ReportsFolder.Path)}");
return reports.All(report => report.Figures.All(figure => figure.IsKept)) ? 0 : 1;

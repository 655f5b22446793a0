using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>
/// This build beside an earlier one, by turns in one run: what a durable update costs the server, how long a start on
/// 100,000 events takes, and the memory of an idle empty server.
/// </summary>
/// <param name="folder">The folder of the earlier build's programs.</param>
internal sealed class EarlierBuildScenario(string folder) : IScenario
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "CAPACITY_BOARD_EARLIER";

    private const int Rounds = 6;
    private const int Starts = 5;
    private const int Events = 100_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan OneTurn = TimeSpan.FromSeconds(5);

    public string Name => "earlier";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var earlier = new Build(folder);
        using var now = new Build(AppContext.BaseDirectory);
        foreach (var build in (Build[])[earlier, now])
        {
            await build.MeasureMemory();
            await build.StartServer();
        }

        for (var round = 0; round < Rounds; round++)
        {
            await earlier.MeasureUpdates();
            await now.MeasureUpdates();
        }

        await earlier.Fill();
        await now.Fill();
        for (var start = 0; start < Starts; start++)
        {
            await earlier.MeasureStart();
            await now.MeasureStart();
        }

        return
        [
            .. Compared("durable updates", "updates/s", earlier.Updates, now.Updates, isMoreBetter: true),
            .. Compared("server's processor time for an update", "µs", earlier.ProcessorTime, now.ProcessorTime),
            .. Compared($"start on {Events:#,0} events", "s", earlier.StartTimes, now.StartTimes),
            .. Compared("memory of an idle empty server", "MB", earlier.Memory, now.Memory),
        ];
    }

    private static IEnumerable<Figure> Compared(string what, string unit, List<double> earlier, List<double> now, bool isMoreBetter = false)
    {
        var (before, after) = (Median(earlier), Median(now));
        return
        [
            new($"{what}, earlier build", before, unit),
            new($"{what}, this build", after, unit),
            new($"{what}, this build ÷ earlier", after / before, "", AtMost: isMoreBetter ? null : 1, AtLeast: isMoreBetter ? 1 : null),
        ];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>One of the two builds, with a data folder of its own.</summary>
    private sealed class Build(string folder) : IDisposable
    {
        private readonly TemporaryPlace _loaded = new();
        private readonly TemporaryPlace _filled = new();
        private ServerProcess _server = null!;

        public List<double> Updates { get; } = [];

        public List<double> ProcessorTime { get; } = [];

        public List<double> StartTimes { get; } = [];

        public List<double> Memory { get; } = [];

        public async Task MeasureMemory()
        {
            using var empty = new TemporaryPlace();
            await using var server = await ServerProcess.Start(ProgramOn(empty.Path));
            // What a start leaves behind is compiled and collected by then.
            await Task.Delay(TimeSpan.FromSeconds(10));
            Memory.Add(server.WorkingSet / 1e6);
        }

        public async Task StartServer()
        {
            await StartOn(_loaded);
            await Send(WarmUp);
        }

        public async Task MeasureUpdates()
        {
            var before = _server.ProcessorTime;
            var sent = await Send(OneTurn);
            Updates.Add(sent / OneTurn.TotalSeconds);
            ProcessorTime.Add((_server.ProcessorTime - before).TotalMicroseconds / sent);
        }

        /// <summary>Has it record what it is then started on.</summary>
        public async Task Fill()
        {
            await _server.Stop();
            await StartOn(_filled);
            for (var sent = 0; sent < Events;)
            {
                sent += await Send(TimeSpan.FromSeconds(0.5));
            }

            await _server.Stop();
        }

        public async Task MeasureStart()
        {
            var begun = Stopwatch.GetTimestamp();
            await using var server = await ServerProcess.Start(ProgramOn(_filled.Path));
            StartTimes.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        public void Dispose()
        {
            _loaded.Dispose();
            _filled.Dispose();
        }

        private async Task StartOn(TemporaryPlace place)
        {
            _server = await ServerProcess.Start(ProgramOn(place.Path));
            await MachineKey.Give(place.Path, connectionString: null, MachineKey.RolesOfAnyBuild);
            await LoadHomes.Town.Register(_server.Address);
        }

        private async Task<int> Send(TimeSpan howLong) =>
            (await RequestsLoad.Updates.Run([_server.Address], TimeSpan.Zero, howLong)).Latencies.Count;

        private ServerProgram ProgramOn(string data) => ServerProgram.Web(["--data", data]).BuiltIn(folder);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Fuzz;

/// <summary>
/// What a server answered to many odd requests. Requests are the same for the same seed: it is in the message of a failure, and is taken
/// from <c>FUZZ_SEED</c> in the environment where that is set.
/// </summary>
internal sealed class FuzzRun : IDisposable
{
    private const int Most = 10;

    private readonly CapturedLog _faults = new(LogLevel.Error);
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly Stopwatch _took = Stopwatch.StartNew();

    public FuzzRun(IServiceProvider server) => server.GetRequiredService<ILoggerFactory>().AddProvider(_faults);

    public int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount;

    /// <summary>True where more would only make the failure longer.</summary>
    public bool IsEnough => _wrong.Count >= Most;

    public void Answered(int status, Func<string> asked)
    {
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (status >= 500)
        {
            _wrong.Enqueue($"{status}: {asked()}");
        }
    }

    public void NotAnswered(Exception why, string asked) => _wrong.Enqueue($"No answer, {why.Message}: {asked}");

    /// <summary>Nothing was the server's fault, and so many were answered with 200.</summary>
    public void ThenInOrder(int leastRight)
    {
        _wrong.ShouldBeEmpty($"{_wrong.Count} wrong, with FUZZ_SEED={Seed}:\n{string.Join("\n\n", _wrong)}\n{_faults.Text}");
        _statuses.GetValueOrDefault(200).ShouldBeGreaterThan(leastRight, $"Enough is to be right to reach what is behind the first checks. {this}");
    }

    public void Dispose() => _faults.Dispose();

    public override string ToString() => $"{_statuses.Values.Sum():N0} in {_took.Elapsed.TotalSeconds:0} seconds, seed {Seed}: "
        + string.Join(", ", _statuses.OrderBy(status => status.Key).Select(status => $"{status.Value:N0} × {status.Key}"));
}

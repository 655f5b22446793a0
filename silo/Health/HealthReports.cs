using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>
/// What the checks found. A process that is well is looked at once a second at most, however often it is asked; one that is
/// not, at each question, but never by two at once.
/// </summary>
internal sealed class HealthReports(HealthCheckService checks)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Report>? _latest;

    /// <summary>What is wrong by the name of its check; empty where nothing is.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> Problems()
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is not { IsCompletedSuccessfully: true } || (await latest).IsOld)
        {
            latest = LookAgain(latest);
        }

        return (await latest).Problems;
    }

    private Task<Report> LookAgain(Task<Report>? seen)
    {
        lock (_gate)
        {
            return _latest is { IsCompleted: false } running ? running
                : _latest != seen && _latest is not null ? _latest
                : _latest = Look();
        }
    }

    private async Task<Report> Look()
    {
        var report = await checks.CheckHealthAsync();
        return new(
            report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "It cannot be checked; the log says why."),
            Stopwatch.GetTimestamp());
    }

    private sealed record Report(IReadOnlyDictionary<string, string> Problems, long At)
    {
        public bool IsOld => Problems.Count > 0 || Stopwatch.GetElapsedTime(At) > GoodFor;
    }
}

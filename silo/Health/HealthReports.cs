using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Health;

/// <summary>
/// The results of the health checks. While all is well they run at most once a second, however often they are asked for.
/// While something is wrong they run for every request, but never twice at the same time.
/// </summary>
internal sealed class HealthReports(HealthCheckService checks)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Report>? _latest;

    /// <summary>Current problems and warnings, by the name of their check.</summary>
    public async ValueTask<HealthFindings> Findings()
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is not { IsCompletedSuccessfully: true } || (await latest).IsOld)
        {
            latest = LookAgain(latest);
        }

        return (await latest).Findings;
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
        var (warnings, problems) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var (name, found) in report.Entries)
        {
            if (found.Status != HealthStatus.Healthy)
            {
                problems[name] = found.Description ?? "It cannot be checked. The log says why.";
            }
            else if (found.Description is { } warning)
            {
                warnings[name] = warning;
            }
        }

        return new(new(problems, warnings), Stopwatch.GetTimestamp());
    }

    private sealed record Report(HealthFindings Findings, long At)
    {
        public bool IsOld => Findings.Problems.Count > 0 || Stopwatch.GetElapsedTime(At) > GoodFor;
    }
}

/// <param name="Problems">Why the process is not ready; empty if it is.</param>
/// <param name="Warnings">What somebody should put right, although the process is ready.</param>
internal readonly record struct HealthFindings(IReadOnlyDictionary<string, string> Problems, IReadOnlyDictionary<string, string> Warnings);

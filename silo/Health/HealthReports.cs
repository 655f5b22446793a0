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

    /// <summary>What is wrong, and what is to be looked at though it serves, each by the name of its check.</summary>
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

/// <param name="Problems">For what the process is not ready; empty where nothing is wrong.</param>
/// <param name="Warnings">What somebody is to put right, though the process is ready.</param>
internal readonly record struct HealthFindings(IReadOnlyDictionary<string, string> Problems, IReadOnlyDictionary<string, string> Warnings);

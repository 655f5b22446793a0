using System.Diagnostics;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>
/// Acts at a steady rate, whatever the answers take, over all nodes in turn. Who gets no answer, or a 503, waits a
/// moment and sends the same operation again, to the next node: as a load balancer and its users would.
/// </summary>
internal sealed class SteadyLoad(RandomActs acts, IReadOnlyList<ApiUser> nodes, int seed) : IAsyncDisposable
{
    public const int ActsPerSecond = 200;

    /// <summary>
    /// So many people at once wait for an answer. Whoever is due beyond that waits too, from when they were due: a generator that
    /// went on all the same would soon be all that a machine does which is slower than the load.
    /// </summary>
    private const int MostWaiting = 256;

    private static readonly TimeSpan PauseBeforeAnother = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _waiting = new(MostWaiting);
    private readonly Random _random = new(seed);
    private readonly List<Task> _sending = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly List<(long Due, long Answered)> _answers = [];
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(Run);

    /// <summary>Waits for so many more answers, so that the load is known to flow.</summary>
    public Task UntilMoreAreAnswered(int count)
    {
        var target = Answered + count;
        return Deadline.Until(() => Answered >= target, $"{count} more acts are answered");
    }

    /// <summary>Sends no more and waits until every act is answered.</summary>
    public async Task<LoadReport> Stop()
    {
        await _stopping.CancelAsync();
        await _running;
        await Task.WhenAll(_sending).Within("every act is answered in the end");
        lock (_gate)
        {
            return LoadReport.Of(_answers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await Task.WhenAll(_sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _waiting.Dispose();
    }

    private int Answered
    {
        get
        {
            lock (_gate)
            {
                return _answers.Count;
            }
        }
    }

    private async Task Run()
    {
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; !_stopping.IsCancellationRequested; number++)
        {
            var due = begun + number * Stopwatch.Frequency / ActsPerSecond;
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            await _waiting.WaitAsync();
            _sending.Add(Send(acts.Next(_random), number, due));
        }
    }

    private async Task Send(Act act, int number, long due)
    {
        for (var tries = 1; ; tries++)
        {
            if (await Try(act, nodes[(number + tries) % nodes.Count]) is { } answer)
            {
                acts.Remember(act, answer, tries);
                lock (_gate)
                {
                    _answers.Add((due, Stopwatch.GetTimestamp()));
                }

                _waiting.Release();
                return;
            }

            await Task.Delay(PauseBeforeAnother);
        }
    }

    private static async Task<Answer?> Try(Act act, ApiUser node)
    {
        try
        {
            var answer = await act.By(node);
            return answer.Status == 503 ? null : answer;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>How a load fared.</summary>
/// <param name="Answered">Acts that were answered: all of them.</param>
/// <param name="WithoutService">The longest time in which nobody was answered.</param>
/// <param name="LongestWait">The longest that anybody waited, from when the act was due, over all tries.</param>
internal sealed record LoadReport(int Answered, TimeSpan WithoutService, TimeSpan P99Wait, TimeSpan LongestWait)
{
    public static LoadReport Of(IReadOnlyList<(long Due, long Answered)> answers)
    {
        var at = answers.Select(answer => answer.Answered).Order().ToList();
        var waits = answers.Select(answer => Stopwatch.GetElapsedTime(answer.Due, answer.Answered)).Order().ToList();
        return new(
            answers.Count,
            at.Zip(at.Skip(1), Stopwatch.GetElapsedTime).DefaultIfEmpty().Max(),
            waits[(int)(waits.Count * 0.99)],
            waits[^1]);
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Answered} acts answered; {WithoutService.TotalSeconds:0.00} s without service; waits p99 {P99Wait.TotalSeconds:0.00} s, longest {LongestWait.TotalSeconds:0.00} s");
}

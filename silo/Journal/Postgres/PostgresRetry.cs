namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// How long calls wait while the database restarts or fails over: long enough that people see a pause instead of an error.
/// The time counts from the outage's first failure, not from each call's, so later calls do not wait longer, however many
/// are queued.
/// </summary>
internal sealed class PostgresRetry(TimeProvider clock, TimeSpan longest)
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(12);

    private const long NotAway = 0;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private long _awaySince = NotAway;

    public long Now => clock.GetTimestamp();

    public TimeSpan Since(long then) => clock.GetElapsedTime(then);

    /// <summary>Notes a failure. True if it may pass and the caller may wait for another try.</summary>
    public bool IsWorthAnother(Exception failure)
    {
        if (!PostgresFailure.MayPass(failure))
        {
            return false;
        }

        Interlocked.CompareExchange(ref _awaySince, Now, NotAway);
        return Volatile.Read(ref _awaySince) is var since && since != NotAway && Since(since) < longest;
    }

    /// <summary>The database answered, so the next failure begins another outage.</summary>
    public void Succeeded() => Volatile.Write(ref _awaySince, NotAway);

    /// <summary>Pauses before a retry, longer each time.</summary>
    public Task Pause(int tries, CancellationToken token)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(tries, 10));
        // A database that comes back is not to be met by every process at once.
        return Task.Delay(pause < LongestPause ? pause : LongestPause, clock, token);
    }

    /// <summary>Retries work that is safe to repeat for as long as the database may come back.</summary>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var answer = await work(token);
                Succeeded();
                return answer;
            }
            catch (Exception failure) when (!token.IsCancellationRequested && IsWorthAnother(failure))
            {
                await Pause(tries, token);
            }
        }
    }
}

namespace CapacityBoard.Journal.Postgres;

/// <summary>
/// How long an answer is kept waiting while the database restarts or fails over: so long that such a moment is a pause
/// for a person and no error, and shorter than any caller waits.
/// </summary>
internal sealed class PostgresRetry(TimeProvider clock, TimeSpan longest)
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public long Now => clock.GetTimestamp();

    public TimeSpan Since(long then) => clock.GetElapsedTime(then);

    /// <summary>True where who has waited since then may be kept waiting for another try.</summary>
    public bool IsWorthAnother(Exception failure, long since) => PostgresFailure.MayPass(failure) && Since(since) < longest;

    /// <summary>Pauses before a try, longer each time.</summary>
    public Task Pause(int tries, CancellationToken token)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(tries, 10));
        return Task.Delay(pause < LongestPause ? pause : LongestPause, clock, token);
    }

    /// <summary>Does what changes nothing when done twice, again and again while the database may come back.</summary>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        var since = Now;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await work(token);
            }
            catch (Exception failure) when (!token.IsCancellationRequested && IsWorthAnother(failure, since))
            {
                await Pause(tries, token);
            }
        }
    }
}

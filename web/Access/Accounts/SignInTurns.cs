using System.Threading.RateLimiting;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Lets one try at a time be made at an account: of guesses that come side by side, all would be made before the first of them
/// was counted, and the lock after five would come too late.
/// </summary>
internal sealed class SignInTurns : IDisposable
{
    /// <summary>Whoever taps twice is among them; more is nobody's own.</summary>
    private const int MostWaiting = 3;

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(
        account => RateLimitPartition.GetConcurrencyLimiter(account, _ => new() { PermitLimit = 1, QueueLimit = MostWaiting }));

    /// <summary>A turn, to be disposed of after the try; not acquired where too many wait for one. The account is to be read after it was got.</summary>
    /// <param name="account">Its id, or the name that somebody signs in with.</param>
    public ValueTask<RateLimitLease> Take(string account, CancellationToken token) => _turns.AcquireAsync(account, 1, token);

    public void Dispose() => _turns.Dispose();
}

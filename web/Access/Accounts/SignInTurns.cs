using System.Threading.RateLimiting;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Allows one sign-in attempt per account at a time. Parallel guesses would all be checked before the first was counted, so that
/// the lock after five came too late.
/// </summary>
internal sealed class SignInTurns : IDisposable
{
    /// <summary>Enough for a double tap; more waiting attempts are not one person's.</summary>
    private const int MostWaiting = 3;

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(
        account => RateLimitPartition.GetConcurrencyLimiter(account, _ => new() { PermitLimit = 1, QueueLimit = MostWaiting }));

    /// <summary>
    /// A turn, to be disposed of after the attempt; not acquired if too many are waiting. Read the account after taking the turn.
    /// </summary>
    /// <param name="account">Its id, or the name used to sign in.</param>
    public ValueTask<RateLimitLease> Take(string account, CancellationToken token) => _turns.AcquireAsync(account, 1, token);

    public void Dispose() => _turns.Dispose();
}

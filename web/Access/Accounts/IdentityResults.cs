using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

internal static class IdentityResults
{
    /// <summary>Identity answers what it did not do, and nobody is to be told that it was done.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was not done: somebody else changed the account at the same moment.</exception>
    /// <exception cref="InvalidOperationException">It was not done: the account is not as it must be.</exception>
    public static async Task MustBeDone(this Task<IdentityResult> change)
    {
        var result = await change;
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            throw new DbUpdateConcurrencyException("Someone else changed this account at the same time.");
        }

        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not changed. {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }
}

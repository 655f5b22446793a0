using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

internal static class IdentityResults
{
    /// <summary>Turns Identity's failures into exceptions, so that nobody is told something was done when it was not.</summary>
    /// <exception cref="DbUpdateConcurrencyException">
    /// Not done: the account was changed by another request at the same moment.
    /// </exception>
    /// <exception cref="InvalidOperationException">Not done: Identity refused the account's state.</exception>
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

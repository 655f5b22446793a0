using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

internal static class IdentityResults
{
    /// <summary>Identity answers what it did not do, and nobody is to be told that it was done.</summary>
    /// <exception cref="InvalidOperationException">It was not done: somebody else changed the account at the same moment, or it is not as it must be.</exception>
    public static async Task MustBeDone(this Task<IdentityResult> change)
    {
        var result = await change;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not changed. {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }
}

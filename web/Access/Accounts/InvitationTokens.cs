using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>Checks whether a link to set a password is valid now.</summary>
/// <param name="earlier">
/// Checks links made by an earlier version, which expire after seven days or when a newer one is made.
/// </param>
internal sealed class InvitationTokens(AccessContext context, DataProtectorTokenProvider<Account> earlier, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    public async Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user)
    {
        var (kept, token) = Invitation.Make(user, clock.GetUtcNow() + AccountRules.InvitationLasts);
        await manager.SetAuthenticationTokenAsync(user, Invitation.Provider, Invitation.Latest, kept.ToString()).MustBeDone();
        return token;
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticationTokenAsync(user, Invitation.Provider, Invitation.Latest) is not { } kept)
        {
            return await earlier.ValidateAsync(purpose, token, manager, user);
        }

        return Invitation.Parse(kept) is { } invitation
            && invitation.IsOf(token, user, clock.GetUtcNow())
            && !(invitation.IsFirst && await FirstAdministratorLink.Exists(context));
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);
}

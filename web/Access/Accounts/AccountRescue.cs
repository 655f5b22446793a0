using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>Administrators' help for people who cannot sign in.</summary>
internal sealed class AccountRescue(UserManager<Account> accounts, AccountRegister register, AccessStore store, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>
    /// The path of a link to set a new password. It works once, for seven days, and replaces the previous link.
    /// </summary>
    public async Task<string> NewLink(Account account, AccessActor by)
    {
        if (account.PasswordHash is null)
        {
            await log.Write(by.Entry(clock, Acts.LinkMade, account.Name));
        }
        else
        {
            await Tell(account, by.Entry(clock, Acts.PasswordLinkMade, account.Name));
        }

        return await register.InvitationPath(account);
    }

    /// <summary>
    /// True for an account signed in by the organisation's provider. It gets no password here, because that would still work
    /// after the provider stops vouching for the person.
    /// </summary>
    public async Task<bool> IsSignedOnElsewhere(Account account) => (await accounts.GetLoginsAsync(account)).Count > 0;

    /// <summary>
    /// For a lost phone: its app, the recovery codes and all passkeys stop working, and the person is signed out until they set up
    /// another app.
    /// </summary>
    public async Task ResetAuthenticator(Account account, AccessActor by)
    {
        await Tell(account, by.Entry(clock, Acts.AuthenticatorReset, account.Name));
        await store.Ask(context => context.UserPasskeys.Where(passkey => passkey.UserId == account.Id).ExecuteDeleteAsync());
        await accounts.SetTwoFactorEnabledAsync(account, false).MustBeDone();
        await accounts.ResetAuthenticatorKeyAsync(account).MustBeDone();
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await register.SignOutEverywhere(account, by);
    }

    /// <summary>Unlocks an account after too many wrong passwords.</summary>
    public async Task Unlock(Account account, AccessActor by)
    {
        await log.Write(by.Entry(clock, Acts.Unlocked, account.Name));
        await accounts.SetLockoutEndDateAsync(account, null).MustBeDone();
        await accounts.ResetAccessFailedCountAsync(account).MustBeDone();
    }

    /// <summary>Records the log line and the notice together, before the act.</summary>
    private async Task Tell(Account account, AccessEntry entry)
    {
        await store.Ask(context =>
        {
            context.AddRange(entry, Notice.Of(entry, account.Id));
            return context.SaveChangesAsync();
        });
        callers.Forget(CallerKind.Person, account.Id);
    }
}

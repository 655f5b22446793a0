using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>What an administrator does for somebody who cannot get in.</summary>
internal sealed class AccountRescue(UserManager<Account> accounts, AccountRegister register, AccessStore store, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>The path at which a person who forgot their password sets another. It works once, for seven days, and ends the one before.</summary>
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
    /// True for one that the organisation's provider signs in. A password here would outlast what the provider says of
    /// the person, so it is given none.
    /// </summary>
    public async Task<bool> IsSignedOnElsewhere(Account account) => (await accounts.GetLoginsAsync(account)).Count > 0;

    /// <summary>A phone is lost: its app and the recovery codes no longer work, and the person is signed out until they set up another.</summary>
    public async Task ResetAuthenticator(Account account, AccessActor by)
    {
        await Tell(account, by.Entry(clock, Acts.AuthenticatorReset, account.Name));
        await accounts.SetTwoFactorEnabledAsync(account, false).MustBeDone();
        await accounts.ResetAuthenticatorKeyAsync(account).MustBeDone();
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await register.SignOutEverywhere(account, by);
    }

    /// <summary>Lets somebody try again who typed too many wrong passwords.</summary>
    public async Task Unlock(Account account, AccessActor by)
    {
        await log.Write(by.Entry(clock, Acts.Unlocked, account.Name));
        await accounts.SetLockoutEndDateAsync(account, null).MustBeDone();
        await accounts.ResetAccessFailedCountAsync(account).MustBeDone();
    }

    /// <summary>The line and the notice are on record together, before it is done.</summary>
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

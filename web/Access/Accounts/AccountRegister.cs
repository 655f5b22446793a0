using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>Makes accounts, gives and takes roles, closes and reopens. What is changed counts at once on this node, within seconds on others.</summary>
internal sealed class AccountRegister(UserManager<Account> accounts, AccessContext context, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>Makes an account that its person joins by a link, or one with a password.</summary>
    /// <returns>What is wrong, in words for whoever fills in the form; empty where it was made.</returns>
    public async Task<IReadOnlyList<string>> Create(Account account, IEnumerable<Grant> grants, AccessActor by, string? password = null)
    {
        if (await WhyNameNotFree(account.Name) is { } taken)
        {
            return [taken];
        }

        var made = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return [.. made.Errors.Select(error => error.Description)];
        }

        foreach (var grant in grants)
        {
            await Give(account, grant, by);
        }

        await log.Write(by.Entry(clock, Acts.Invited, account.Name));
        return [];
    }

    /// <inheritdoc cref="CallerNames.WhyNotFree"/>
    public Task<string?> WhyNameNotFree(string name) => CallerNames.WhyNotFree(context, name);

    /// <summary>The path at which a person sets their first or their next password. It works once, for seven days, and ends the one before.</summary>
    public async Task<string> InvitationPath(Account account) => Invitation.PathOf(account, await accounts.GeneratePasswordResetTokenAsync(account));

    public async Task Give(Account account, Grant grant, AccessActor by)
    {
        if (await context.Grants.AnyAsync(row => row.Owner == account.Id && row.Role == grant.Role && row.Scope == grant.Scope && !row.FromSignOn))
        {
            return;
        }

        context.Add(new GrantRow { Owner = account.Id, Role = grant.Role, Scope = grant.Scope, Given = clock.GetUtcNow(), GivenBy = by.Name });
        var entry = by.Entry(clock, Acts.RoleGiven, account.Name, $"{grant}");
        context.Add(entry);
        if (by.Name == account.Name && RoleTable.SeesPeople(grant.Role))
        {
            context.Add(Notice.Of(entry, account.Id));
        }

        await context.SaveChangesAsync();
        callers.Forget(CallerKind.Person, account.Id);
    }

    public async Task Take(Account account, Grant grant, AccessActor by)
    {
        context.RemoveRange(context.Grants.Where(row => row.Owner == account.Id && row.Role == grant.Role && row.Scope == grant.Scope));
        context.Add(by.Entry(clock, Acts.RoleTaken, account.Name, $"{grant}"));
        await context.SaveChangesAsync();
        callers.Forget(CallerKind.Person, account.Id);
    }

    /// <summary>Signs a person out on every device, at once here and within seconds on other nodes.</summary>
    public async Task SignOutEverywhere(Account account, AccessActor by)
    {
        await accounts.UpdateSecurityStampAsync(account).MustBeDone();
        await log.Write(by.Entry(clock, Acts.SignedOutEverywhere, account.Name));
        callers.Forget(CallerKind.Person, account.Id);
    }

    /// <summary>Lets a person in no more. Their name and what they did stay.</summary>
    public async Task Close(Account account, AccessActor by)
    {
        account.Closed = clock.GetUtcNow();
        await accounts.UpdateSecurityStampAsync(account).MustBeDone();
        await log.Write(by.Entry(clock, Acts.AccountClosed, account.Name));
        callers.Forget(CallerKind.Person, account.Id);
    }

    public async Task Reopen(Account account, AccessActor by)
    {
        account.Closed = null;
        await accounts.UpdateAsync(account).MustBeDone();
        await log.Write(by.Entry(clock, Acts.AccountReopened, account.Name));
        callers.Forget(CallerKind.Person, account.Id);
    }
}

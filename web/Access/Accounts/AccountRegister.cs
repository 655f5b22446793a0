using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Creates accounts, grants and revokes roles, closes and reopens accounts. Changes apply at once on this node and within seconds
/// on others.
/// </summary>
internal sealed class AccountRegister(UserManager<Account> accounts, AccessContext context, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>Creates an account, with a password or with a link for its person to join by.</summary>
    /// <returns>What is wrong, in words for the person filling in the form; empty if it was created.</returns>
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

    /// <summary>What would keep an account from being created, in words; empty if nothing would.</summary>
    public async Task<IReadOnlyList<string>> WhyNot(Account account)
    {
        var problems = await WhyNameNotFree(account.Name) is { } taken ? new List<string> { taken } : [];
        foreach (var rule in accounts.UserValidators)
        {
            problems.AddRange((await rule.ValidateAsync(accounts, account)).Errors.Select(error => error.Description));
        }

        return problems;
    }

    /// <inheritdoc cref="CallerNames.WhyNotFree"/>
    public Task<string?> WhyNameNotFree(string name) => CallerNames.WhyNotFree(context, name);

    /// <summary>The path of a link to set a password. It works once, for seven days, and replaces the previous link.</summary>
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

    /// <summary>Signs a person out on every device: at once here, within seconds on other nodes.</summary>
    public async Task SignOutEverywhere(Account account, AccessActor by)
    {
        await accounts.UpdateSecurityStampAsync(account).MustBeDone();
        await log.Write(by.Entry(clock, Acts.SignedOutEverywhere, account.Name));
        callers.Forget(CallerKind.Person, account.Id);
    }

    /// <summary>Stops a person from signing in. Their name and their history stay.</summary>
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

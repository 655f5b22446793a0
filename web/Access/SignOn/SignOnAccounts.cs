using System.Security.Claims;
using System.Text;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.SignOn;

/// <summary>
/// The accounts of people whom their organisation signs in. Each has the roles that follow from its claims and those an
/// administrator gave. An existing account is never taken over because its e-mail address is the same.
/// </summary>
internal sealed class SignOnAccounts(
    UserManager<Account> accounts, AccessContext context, IOptions<SignOnOptions> options, AccountRegister register, AccessLog log, Callers callers, TimeProvider clock)
{
    /// <summary>The account of the person who signed in; null if nothing gives them a role here.</summary>
    public async Task<Account?> Find(ExternalLoginInfo login, AccessActor from)
    {
        var grants = GrantsOf(login.Principal);
        var account = await accounts.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (account is null && grants.Count > 0)
        {
            account = await Make(login, from);
        }

        if (account is not { Closed: null })
        {
            return null;
        }

        await Bring(account, grants, from);
        return await context.Grants.AnyAsync(grant => grant.Owner == account.Id) ? account : null;
    }

    private HashSet<Grant> GrantsOf(ClaimsPrincipal person) =>
        [.. options.Value.Roles.Where(role => person.HasClaim(role.Claim, role.Value)).Select(role => role.Grant!)];

    private async Task<Account> Make(ExternalLoginInfo login, AccessActor from)
    {
        var account = new Account
        {
            Name = await FreeName(login.Principal.FindFirstValue("name") ?? login.Principal.FindFirstValue("email") ?? login.ProviderKey),
            UserName = $"{login.LoginProvider}-{Guid.CreateVersion7():n}",
            Email = login.Principal.FindFirstValue("email"),
            Created = clock.GetUtcNow(),
            CreatedBy = options.Value.Name,
        };
        await accounts.CreateAsync(account).MustBeDone();
        await accounts.AddLoginAsync(account, login).MustBeDone();
        await log.Write(new() { At = clock.GetUtcNow(), Who = account.Name, Act = Acts.Joined, Address = from.Address });
        return account;
    }

    /// <summary>
    /// The provider's name for the person, with a number if the name is taken, since names are never used twice.
    /// </summary>
    private async Task<string> FreeName(string wanted)
    {
        var plain = Plain(wanted);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? plain : $"{plain} {number}";
            if (await register.WhyNameNotFree(name) is null)
            {
                return name;
            }
        }
    }

    /// <summary>A valid name, which may still be taken.</summary>
    private static string Plain(string wanted)
    {
        var words = string.Concat(wanted.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => Limits.IsPlain($"{rune}")))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Equals(Caller.Via.Trim(), StringComparison.OrdinalIgnoreCase));
        var name = string.Join(' ', words);
        return name[..Math.Min(name.Length, Account.LongestName - 5)].Trim();
    }

    /// <summary>Updates the roles that follow from claims to match the current claims.</summary>
    private async Task Bring(Account account, HashSet<Grant> grants, AccessActor from)
    {
        var now = clock.GetUtcNow();
        var rows = await context.Grants.Where(row => row.Owner == account.Id && row.FromSignOn).ToListAsync();
        var known = rows.Select(row => new Grant(row.Role, row.Scope)).ToHashSet();
        context.RemoveRange(rows.Where(row => !grants.Contains(new(row.Role, row.Scope))));
        context.AddRange(grants.Except(known).Select(grant => new GrantRow
        {
            Owner = account.Id,
            Role = grant.Role,
            Scope = grant.Scope,
            FromSignOn = true,
            Given = now,
            GivenBy = options.Value.Name,
        }));
        context.AddRange(grants.Except(known).Select(grant => from.Entry(clock, Acts.RoleGiven, account.Name, $"{grant}")));
        context.AddRange(known.Except(grants).Select(grant => from.Entry(clock, Acts.RoleTaken, account.Name, $"{grant}")));
        await context.SaveChangesAsync();
        callers.Forget(CallerKind.Person, account.Id);
    }
}

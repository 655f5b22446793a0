using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The link that makes its user the first administrator of everything. Anyone who reads it can use it, and it may end up in a
/// log, so it lasts one hour, a newer link replaces it, and none exists once there is an administrator.
/// </summary>
internal sealed class FirstAdministratorLink(AccessStore store, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const string Name = "First administrator";
    private const string UserName = "administrator";

    /// <summary>True if an administrator of everything has joined, or signs in through their organisation.</summary>
    public static Task<bool> Exists(AccessContext context) => context.Users
        .Where(account => account.Closed == null && (account.PasswordHash != null || context.UserLogins.Any(login => login.UserId == account.Id)))
        .AnyAsync(account => context.Grants.Any(grant => grant.Owner == account.Id && grant.Role == Role.Administrator && grant.Scope == Scope.Everywhere));

    /// <summary>Creates a link and ends the previous one.</summary>
    /// <returns>Its path; null if there is already an administrator.</returns>
    public Task<string?> Make(AccessActor by, CancellationToken token) => store.Ask<string?>(
        async context =>
        {
            if (await Exists(context))
            {
                return null;
            }

            var account = await context.Users.FirstOrDefaultAsync(each => each.UserName == UserName, token) ?? Add(context, by);
            var (kept, secret) = Invitation.Make(account, clock.GetUtcNow() + Lasts, isFirst: true);
            await Keep(context, account, kept, token);
            context.Add(by.Entry(clock, Acts.LinkMade, account.Name));
            await context.SaveChangesAsync(token);
            return Invitation.PathOf(account, secret);
        },
        token);

    private Account Add(AccessContext context, AccessActor by)
    {
        var (now, grant) = (clock.GetUtcNow(), new Grant(Role.Administrator, Scope.Everywhere));
        var account = new Account
        {
            Name = Name,
            UserName = UserName,
            NormalizedUserName = UserName.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
            Created = now,
            CreatedBy = by.Name,
        };
        context.AddRange(
            account,
            new GrantRow { Owner = account.Id, Role = grant.Role, Scope = grant.Scope, Given = now, GivenBy = by.Name },
            by.Entry(clock, Acts.RoleGiven, account.Name, $"{grant}"),
            by.Entry(clock, Acts.Invited, account.Name));
        return account;
    }

    private static async Task Keep(AccessContext context, Account account, Invitation kept, CancellationToken token)
    {
        if (await context.UserTokens.FindAsync([account.Id, Invitation.Provider, Invitation.Latest], token) is { } row)
        {
            row.Value = kept.ToString();
        }
        else
        {
            context.Add(new IdentityUserToken<string> { UserId = account.Id, LoginProvider = Invitation.Provider, Name = Invitation.Latest, Value = kept.ToString() });
        }
    }
}

using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Nodes;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Admin;

/// <summary>
/// Invites the people of a list. If a list is sent twice, those who have not joined yet get a new link and nobody is invited twice.
/// </summary>
internal sealed class Invitations(
    UserManager<Access.Accounts.Account> accounts, AccountList list, AccountRegister register, AccountRescue rescue, INodeLocks locks, TimeProvider clock)
{
    /// <summary>Each line with what their accounts add to it.</summary>
    public async Task<IReadOnlyList<PastedPerson>> Check(IEnumerable<PastedPerson> people, Caller by, CancellationToken token)
    {
        var known = new List<PastedPerson>();
        foreach (var person in people)
        {
            known.Add(await Check(person, by, token));
        }

        return known;
    }

    /// <summary>Invites everyone on the list who can be.</summary>
    /// <returns>The paths of their links, each works once for seven days; and the lines that led to no invitation.</returns>
    public async Task<(IReadOnlyList<InvitedPerson> Invited, IReadOnlyList<PastedPerson> Left)> Invite(
        IEnumerable<PastedPerson> people, Caller by, AccessActor actor, CancellationToken token)
    {
        // A second tap waits here until the first is done, and then finds everyone invited.
        await using var turn = await locks.Take($"invitations-{by.Id}", token);
        var (invited, left) = (new List<InvitedPerson>(), new List<PastedPerson>());
        foreach (var pasted in people)
        {
            var person = await Check(pasted, by, token);
            if (person.IsReady && await PathFor(person, by, actor) is { } path)
            {
                invited.Add(new(person, path));
            }
            else
            {
                left.Add(person.IsReady ? person with { Problems = ["Somebody else has just used this name or address."] } : person);
            }
        }

        return (invited, left);
    }

    private async Task<PastedPerson> Check(PastedPerson person, Caller by, CancellationToken token)
    {
        if (!person.IsReady)
        {
            return person;
        }

        if (await accounts.FindByNameAsync(person.Mail) is not { } account)
        {
            return person with { Problems = await register.WhyNot(AccountOf(person, by)) };
        }

        var (line, mine) = (await list.Of(account, token), new AdminScope(by));
        return IsWaiting(account) && line.IsChangedBy(mine) && line.Grants.Contains(person.Grant!) && account.NameKey == Access.Accounts.Account.KeyOf(person.Name)
            ? person with { IsInvitedAlready = true }
            : person with
            {
                Problems = [line.IsSeenBy(mine) ? $"{person.Mail} already has an account, as {account.Name}. You can give another role on their own page." : $"{person.Mail} already has an account."],
            };
    }

    /// <summary>True for somebody who was invited and has not joined.</summary>
    private static bool IsWaiting(Access.Accounts.Account account) => account is { PasswordHash: null, LastSignIn: null, TwoFactorEnabled: false, Closed: null, IsDemonstration: false };

    /// <returns>Null if somebody else took the name or the address meanwhile.</returns>
    private async Task<string?> PathFor(PastedPerson person, Caller by, AccessActor actor)
    {
        if (person.IsInvitedAlready)
        {
            return await rescue.NewLink((await accounts.FindByNameAsync(person.Mail))!, actor);
        }

        var account = AccountOf(person, by);
        return await register.Create(account, [person.Grant!], actor) is [] ? await register.InvitationPath(account) : null;
    }

    private Access.Accounts.Account AccountOf(PastedPerson person, Caller by) =>
        new() { Name = person.Name, UserName = person.Mail, Email = person.Mail, Created = clock.GetUtcNow(), CreatedBy = by.Name };
}

using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>One person's account: their roles, and help for people who cannot sign in.</summary>
internal sealed class PersonModel(
    UserManager<Access.Accounts.Account> accounts,
    AccountList list,
    AccountRegister register,
    AccountRescue rescue,
    AuditTrail trail,
    AuditReaches reaches,
    AccessLog log,
    Boards boards, FoldProgress progress,
    TimeProvider clock)
    : AdminPage(clock)
{
    private const int LinesShown = 20;

    public AccountLine Line { get; private set; } = null!;

    public Access.Accounts.Account Account => Line.Account;

    /// <summary>True if the organisation's provider signs them in.</summary>
    public bool IsSignedOnElsewhere { get; private set; }

    /// <summary>The newest lines of what they did and what was done to their account.</summary>
    public IReadOnlyCollection<AuditLine> Lines { get; private set; } = [];

    public bool IsLockedOut => Account.LockoutEnd > Now;

    public bool IsChangeable => MayChange;

    protected override bool MayChange => Line.IsChangedBy(Mine);

    public Task<IActionResult> OnPostGiveAsync() => Change(async form =>
    {
        var fields = new GrantFields(Mine, boards);
        if (fields.Read(form) is not { } grant)
        {
            return null;
        }

        await register.Give(Account, grant, By);
        return $"{Account.Name} is now {RoleWords.Of(grant.Role).ToLowerInvariant()}, {RoleWords.Of(grant.Scope)}.{fields.Warning(grant.Scope)}";
    });

    public Task<IActionResult> OnPostTakeAsync() => Change(async form =>
    {
        var role = form.Code<Role>("role", "Choose a role.");
        if (!Scope.TryParse(form.Text("scope"), out var scope))
        {
            form.AddProblem(null, "Choose a role.");
            return null;
        }

        var grant = new Grant(role, scope);
        if (Mine.WhyNotTake(Account.Id, Line.Grants, grant) is { } problem)
        {
            form.AddProblem(null, problem);
            return null;
        }

        await register.Take(Account, grant, By);
        return $"{Account.Name} is no longer {RoleWords.Of(grant.Role).ToLowerInvariant()}, {RoleWords.Of(grant.Scope)}.";
    });

    public Task<IActionResult> OnPostLinkAsync() => Change(async form =>
    {
        if (IsSignedOnElsewhere || Account.Closed is not null)
        {
            form.AddProblem(null, IsSignedOnElsewhere ? "They sign in with their organisation’s account and have no password here." : "The account is closed. Reopen it first.");
            return null;
        }

        Once = Address(await rescue.NewLink(Account, By));
        return $"Link created for {Account.Name} to set a password.";
    });

    public Task<IActionResult> OnPostAuthenticatorAsync() => Do(
        () => rescue.ResetAuthenticator(Account, By), () => $"{Account.Name}’s authenticator app and passkeys no longer work. They will set up a new app when they next sign in.");

    public Task<IActionResult> OnPostEverywhereAsync() => Do(
        () => register.SignOutEverywhere(Account, By), () => $"{Account.Name} is signed out everywhere. Unused links no longer work.");

    public Task<IActionResult> OnPostUnlockAsync() => Do(() => rescue.Unlock(Account, By), () => $"{Account.Name}’s account is unlocked.");

    public Task<IActionResult> OnPostCloseAsync() => Change(async form =>
    {
        if (Mine.WhyNotClose(Account.Id) is { } problem)
        {
            form.AddProblem(null, problem);
            return null;
        }

        await register.Close(Account, By);
        return $"{Account.Name}’s account is closed. What they did stays on the record.";
    });

    public Task<IActionResult> OnPostReopenAsync() => Do(() => register.Reopen(Account, By), () => $"{Account.Name}’s account is open again.");

    protected override async Task<bool> Load()
    {
        if (await accounts.FindByIdAsync(RouteData.Values["id"]!.ToString()!) is not { } account)
        {
            return false;
        }

        var token = HttpContext.RequestAborted;
        await progress.UpToDate(token);
        Line = await list.Of(account, token);
        if (!Line.IsSeenBy(Mine))
        {
            return false;
        }

        IsSignedOnElsewhere = await rescue.IsSignedOnElsewhere(account);
        var reach = await reaches.Of(new(Caller, Permission.SeeAudit), token);
        Lines = (await trail.Read(new(Involving: account.Name), reach, null, LinesShown, token)).Lines;
        await log.RecordAuditView(HttpContext, Mine.Only?.Value, Lines.Select(line => line.StayShown(null)));
        return true;
    }

    private Task<IActionResult> Do(Func<Task> act, Func<string> said) => Change(async _ =>
    {
        await act();
        return said();
    });
}

using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>Everyone who may sign in, and a form to invite people.</summary>
internal sealed class PeopleModel(AccountList list, AccountRegister register, Boards boards, FoldProgress progress, TimeProvider clock) : AdminPage(clock)
{
    public const int MostShown = 200;

    /// <summary>The search text.</summary>
    public string? Words => Request.Query["q"].ToString() is { Length: > 0 } words && Limits.IsPlain(words) ? words : null;

    /// <summary>The place for the invitation, given by a page of sites.</summary>
    public string? Where => Request.Query["scope"].ToString() is { Length: > 0 } scope ? scope : null;

    public IReadOnlyList<AccountLine> Found { get; private set; } = [];

    public Task<IActionResult> OnPostInviteAsync() => Change(async form =>
    {
        var name = form.Required("name", "Enter their name.", Access.Accounts.Account.LongestName);
        if (form.IsValid && await register.WhyNameNotFree(name) is { } taken)
        {
            form.AddProblem("name", taken);
        }

        var mail = form.Required("mail", "Enter their email address.");
        if (mail.Length > 0 && !PastedPeople.IsAddress(mail))
        {
            form.AddProblem("mail", "Enter an email address, for example sam.patel@nhs.net.");
        }

        return new GrantFields(Mine, boards).Read(form) is { } grant ? await Invite(form, name, mail, grant) : null;
    });

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Found = await list.Find(Mine, Words, HttpContext.RequestAborted);
        return true;
    }

    private async Task<string?> Invite(SentForm form, string name, string mail, Grant grant)
    {
        var account = new Access.Accounts.Account { Name = name, UserName = mail, Email = mail, Created = Now, CreatedBy = Caller.Name };
        foreach (var problem in await register.Create(account, [grant], By))
        {
            form.AddProblem("mail", problem);
        }

        if (!form.IsValid)
        {
            return null;
        }

        Once = Address(await register.InvitationPath(account));
        return $"{name} invited: {RoleWords.Of(grant.Role).ToLowerInvariant()}, {RoleWords.Of(grant.Scope)}.{new GrantFields(Mine, boards).Warning(grant.Scope)}";
    }
}

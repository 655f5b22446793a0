using CapacityBoard.Access.Audit;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>A page for signing in or managing one's own sign-in.</summary>
internal abstract class AccountPage(SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock) : FormPage
{
    /// <summary>The local page the person wanted before signing in; null if there was none or it is on another server.</summary>
    public string? ReturnTo => Request.Query["returnTo"].ToString() is var path && Url.IsLocalUrl(path) ? path : null;

    protected AccessLog Log => log;

    protected TimeProvider Clock => clock;

    protected SignInManager<Access.Accounts.Account> SignInManager => signIn;

    protected UserManager<Access.Accounts.Account> Accounts => signIn.UserManager;

    /// <summary>The signed-in person's account.</summary>
    protected async Task<Access.Accounts.Account> Own() => (await Accounts.GetUserAsync(User))!;

    /// <summary>The account with an id from an address or form; null if there is none.</summary>
    protected async Task<Access.Accounts.Account?> Find(string id) => Guid.TryParse(id, out _) ? await Accounts.FindByIdAsync(id) : null;

    protected Task Note(string act, Access.Accounts.Account account, string? note = null) => log.Write(HttpContext, act, who: account.Name, note: note);

    /// <summary>Logs a failed sign-in, without the name that was typed, because it may be the password.</summary>
    protected Task NoteFailure(string act, Access.Accounts.Account? account, string? note = null) => log.Write(HttpContext, act, who: account?.Name ?? "nobody", note: note);

    /// <summary>Continues to the next page after signing in.</summary>
    protected async Task<IActionResult> GoOn(Access.Accounts.Account account, string? note = null)
    {
        await RecordSignIn(account);
        await Note(Acts.SignedIn, account, note);
        return LocalRedirect(ReturnTo ?? "~/");
    }

    /// <summary>For the list of people, which says who has never signed in.</summary>
    protected async Task RecordSignIn(Access.Accounts.Account account)
    {
        account.LastSignIn = clock.GetUtcNow();
        await Accounts.UpdateAsync(account).MustBeDone();
    }

    /// <summary>Shows on the form what Identity refused.</summary>
    protected static void Refuse(SentForm form, string field, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            form.AddProblem(field, error.Description);
        }
    }
}

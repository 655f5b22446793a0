using CapacityBoard.Access.Audit;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>A page by which people sign in, or look after how they do.</summary>
internal abstract class AccountPage(SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock) : FormPage
{
    /// <summary>Where somebody wanted to go before they had to sign in; on this server, or nowhere.</summary>
    public string? ReturnTo => Request.Query["returnTo"].ToString() is var path && Url.IsLocalUrl(path) ? path : null;

    protected AccessLog Log => log;

    protected TimeProvider Clock => clock;

    protected SignInManager<Access.Accounts.Account> SignInManager => signIn;

    protected UserManager<Access.Accounts.Account> Accounts => signIn.UserManager;

    /// <summary>Who is signed in.</summary>
    protected async Task<Access.Accounts.Account> Own() => (await Accounts.GetUserAsync(User))!;

    /// <summary>The account of an id as an address or a form has it; null where there is none such.</summary>
    protected async Task<Access.Accounts.Account?> Find(string id) => Guid.TryParse(id, out _) ? await Accounts.FindByIdAsync(id) : null;

    protected Task Note(string act, Access.Accounts.Account account) => log.Write(HttpContext, act, who: account.Name);

    /// <summary>Notes that somebody could not be signed in. What they typed as a name may be their password: it is not kept.</summary>
    protected Task NoteFailure(string act, Access.Accounts.Account? account) => log.Write(HttpContext, act, who: account?.Name ?? "nobody");

    /// <summary>Somebody has signed in: on they go.</summary>
    protected async Task<IActionResult> GoOn(Access.Accounts.Account account)
    {
        account.LastSignIn = clock.GetUtcNow();
        await Accounts.UpdateAsync(account);
        await Note(Acts.SignedIn, account);
        return LocalRedirect(ReturnTo ?? "~/");
    }

    /// <summary>Says at the form what Identity found wrong.</summary>
    protected static void Refuse(SentForm form, string field, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            form.AddProblem(field, error.Description);
        }
    }
}

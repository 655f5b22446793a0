using CapacityBoard.Access.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>Where a person sets their first password, or a new one if they forgot it.</summary>
internal sealed class JoinModel(SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, Callers callers) : AccountPage(signIn, log, clock)
{
    /// <summary>The link's account; null if the link is not valid now.</summary>
    public Access.Accounts.Account? Invited { get; private set; }

    private string Token => Request.Query["token"].ToString();

    public async Task OnGetAsync()
    {
        var account = await Find(Request.Query["account"].ToString());
        Invited = account is { Closed: null } && await Accounts.VerifyUserTokenAsync(
            account, Accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Access.Accounts.Account>.ResetPasswordTokenPurpose, Token) ? account : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (Invited is null)
        {
            return Page();
        }

        var form = await ReadForm();
        var result = await Accounts.ResetPasswordAsync(Invited, Token, Request.Form["password"].ToString());
        if (!result.Succeeded)
        {
            Refuse(form, "password", result);
            return Page();
        }

        await Accounts.SetLockoutEndDateAsync(Invited, null).MustBeDone();
        await Accounts.ResetAccessFailedCountAsync(Invited).MustBeDone();
        await Note(Acts.Joined, Invited);
        callers.Forget(CallerKind.Person, Invited.Id);
        if (Invited.TwoFactorEnabled)
        {
            Confirmation = "Password set. Sign in with it now.";
            return RedirectToPage("/Access/Accounts/SignIn");
        }

        await RecordSignIn(Invited);
        await SignInManager.SignInAsync(Invited, isPersistent: false);
        return RedirectToPage("/Access/Accounts/Authenticator");
    }
}

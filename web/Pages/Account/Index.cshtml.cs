using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Pages.Account;

/// <summary>One's own account: what one may do, and how one signs in.</summary>
internal sealed class IndexModel(
    SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, Callers callers, AccountRegister register) : AccountPage(signIn, log, clock)
{
    public Access.Accounts.Account Account { get; private set; } = null!;

    public Caller Caller => HttpContext.Caller()!;

    public int CodesLeft { get; private set; }

    /// <summary>New ones, just made; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Account = await Own();
        CodesLeft = await Accounts.CountRecoveryCodesAsync(Account);
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await OnGetAsync();
        var form = await ReadForm();
        var result = await Accounts.ChangePasswordAsync(Account, Request.Form["current"].ToString(), Request.Form["password"].ToString());
        if (!result.Succeeded)
        {
            Refuse(form, result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? "current" : "password", result);
            return Page();
        }

        await StaySignedIn(Acts.PasswordChanged);
        Said = "The password is changed. You are signed out wherever else you were signed in.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        await OnGetAsync();
        if (!await IsPassword("current"))
        {
            return Page();
        }

        Codes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, AccountRules.RecoveryCodes))!];
        await StaySignedIn(Acts.RecoveryCodesMade);
        return Page();
    }

    /// <summary>Another telephone: the old app's codes count no more, and the new one is set up at once.</summary>
    public async Task<IActionResult> OnPostAuthenticatorAsync()
    {
        await OnGetAsync();
        if (!await IsPassword("current"))
        {
            return Page();
        }

        await Accounts.SetTwoFactorEnabledAsync(Account, false).MustBeDone();
        await Accounts.ResetAuthenticatorKeyAsync(Account).MustBeDone();
        await StaySignedIn(Acts.AuthenticatorReset);
        return RedirectToPage("/Account/Authenticator");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await register.SignOutEverywhere(await Own(), AccessActor.Of(HttpContext));
        await SignInManager.SignOutAsync();
        return RedirectToPage("/Account/SignOut");
    }

    private async Task<bool> IsPassword(string field)
    {
        var form = await ReadForm();
        if (!await Accounts.CheckPasswordAsync(Account, Request.Form[field].ToString()))
        {
            form.Wrong(field, "That is not your password.");
            await NoteFailure(Acts.SignInFailed, Account);
        }

        return form.IsRight;
    }

    private async Task StaySignedIn(string act)
    {
        await SignInManager.RefreshSignInAsync(Account);
        callers.Forget(CallerKind.Person, Account.Id);
        await Note(act, Account);
    }
}

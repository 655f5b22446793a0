using System.Security.Claims;
using CapacityBoard.Access.Audit;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>The second step of signing in: an authenticator code or a recovery code.</summary>
internal sealed class CodeModel(SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, SignInTurns turns) : AccountPage(signIn, log, clock)
{
    public bool Keep => Request.Query["keep"] == bool.TrueString;

    public async Task<IActionResult> OnGetAsync() => await Waiting() is null ? RedirectToPage("/Access/Accounts/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        using var turn = await turns.Take(await WaitingId(), HttpContext.RequestAborted);
        if (!turn.IsAcquired || await Waiting() is not { } account)
        {
            return RedirectToPage("/Access/Accounts/SignIn");
        }

        var form = await ReadForm();
        var code = form.Required("code", "Enter the 6-digit code from the app.", 40).Replace(" ", "", StringComparison.Ordinal);
        if (!form.IsValid)
        {
            return Page();
        }

        var result = await SignInManager.TwoFactorAuthenticatorSignInAsync(code, Keep, rememberClient: Request.Form["remember"] == "on");
        return result.Succeeded ? await GoOn(account) : await Fail(form, account, result, "That code is not correct, has expired or was already used. Enter the code the app shows now. After 5 wrong codes the account is locked for 15 minutes.");
    }

    public async Task<IActionResult> OnPostRecoveryAsync()
    {
        using var turn = await turns.Take(await WaitingId(), HttpContext.RequestAborted);
        if (!turn.IsAcquired || await Waiting() is not { } account)
        {
            return RedirectToPage("/Access/Accounts/SignIn");
        }

        var form = await ReadForm();
        var code = form.Required("code", "Enter one of your recovery codes.", 40).Replace(" ", "", StringComparison.Ordinal);
        if (!form.IsValid)
        {
            return Page();
        }

        // Identity does not check whether the account is locked, and would use up the code.
        var result = await Accounts.IsLockedOutAsync(account)
            ? Microsoft.AspNetCore.Identity.SignInResult.LockedOut
            : await SignInManager.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
        {
            return await Fail(form, account, result, "That recovery code is not correct or was already used. After 5 wrong passwords or codes the account is locked for 15 minutes.");
        }

        await Note(Acts.RecoveryCodeUsed, account);
        return await GoOn(account);
    }

    /// <summary>The account whose password was just accepted; null if there is none.</summary>
    private Task<Access.Accounts.Account?> Waiting() => SignInManager.GetTwoFactorAuthenticationUserAsync();

    private async Task<string> WaitingId() =>
        (await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(ClaimTypes.Name) ?? "";

    private async Task<IActionResult> Fail(SentForm form, Access.Accounts.Account account, Microsoft.AspNetCore.Identity.SignInResult result, string message)
    {
        await NoteFailure(result.IsLockedOut ? Acts.LockedOut : Acts.SignInFailed, account);
        form.AddProblem("code", message);
        return Page();
    }
}

using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>A person's own account: their roles, and how they sign in.</summary>
internal sealed partial class AccountModel(
    SignInManager<Access.Accounts.Account> signIn,
    AccessLog log,
    TimeProvider clock,
    Callers callers,
    AccountRegister register,
    Passkeys passkeys,
    SignInTurns turns,
    Notices notices)
    : AccountPage(signIn, log, clock)
{
    public Access.Accounts.Account Account { get; private set; } = null!;

    public Caller Caller => HttpContext.Caller()!;

    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes just created; otherwise empty.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>What an administrator did to this account and its owner has not yet acknowledged.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Account = await Own();
        Notices = await notices.OfOwner(Account.Id, HttpContext.RequestAborted);
        CodesLeft = await Accounts.CountRecoveryCodesAsync(Account);
        OwnPasskeys = await passkeys.Of(Account);
    }

    public Task<IActionResult> OnPostPasswordAsync() => WithPassword(async form =>
    {
        var result = await Accounts.ChangePasswordAsync(Account, Request.Form["current"].ToString(), Request.Form["password"].ToString());
        if (!result.Succeeded)
        {
            Refuse(form, "password", result);
            return Page();
        }

        await StaySignedIn(Acts.PasswordChanged);
        Confirmation = "Password changed. You are signed out on all other devices.";
        return RedirectToPage();
    });

    public Task<IActionResult> OnPostCodesAsync() => WithPassword(async _ =>
    {
        Codes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, AccountRules.RecoveryCodes))!];
        await StaySignedIn(Acts.RecoveryCodesMade);
        return Page();
    });

    /// <summary>For a new phone: the old app's codes stop working and the new app is set up at once.</summary>
    public Task<IActionResult> OnPostAuthenticatorAsync() => WithPassword(async _ =>
    {
        await Accounts.SetTwoFactorEnabledAsync(Account, false).MustBeDone();
        await Accounts.ResetAuthenticatorKeyAsync(Account).MustBeDone();
        await StaySignedIn(Acts.AuthenticatorReset);
        return RedirectToPage("/Access/Accounts/Authenticator");
    });

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await register.SignOutEverywhere(await Own(), AccessActor.Of(HttpContext));
        await SignInManager.SignOutAsync();
        return RedirectToPage("/Access/Accounts/SignOut");
    }

    public async Task<IActionResult> OnPostReadAsync()
    {
        await notices.ReadByOwner(Caller, AccessActor.Of(HttpContext), HttpContext.RequestAborted);
        return RedirectToPage();
    }

    /// <summary>
    /// Asks for the password again before an act. Wrong passwords count as at sign-in and lock the account, so that a found phone
    /// with an open session cannot be used to guess the password.
    /// </summary>
    private async Task<IActionResult> WithPassword(Func<SentForm, Task<IActionResult>> act)
    {
        using var turn = await turns.Take(Caller.Id, HttpContext.RequestAborted);
        await OnGetAsync();
        var form = await ReadForm();
        if (!turn.IsAcquired || !(await SignInManager.CheckPasswordSignInAsync(Account, Request.Form["current"].ToString(), lockoutOnFailure: true)).Succeeded)
        {
            form.AddProblem("current", "That is not your password. After 5 wrong passwords the account is locked for 15 minutes.");
            await NoteFailure(Acts.SignInFailed, Account);
            return Page();
        }

        await Accounts.ResetAccessFailedCountAsync(Account).MustBeDone();
        return await act(form);
    }

    private async Task StaySignedIn(string act, string? note = null)
    {
        await SignInManager.RefreshSignInAsync(Account);
        callers.Forget(CallerKind.Person, Account.Id);
        await Note(act, Account, note);
    }
}

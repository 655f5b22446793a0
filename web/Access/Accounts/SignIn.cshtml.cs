using System.Net.Mime;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.SignOn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Accounts;

/// <summary>Where people sign in, with a password or through their organisation.</summary>
internal sealed class SignInModel(
    SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, DemonstrationAccounts demonstration, Passkeys passkeys, SignInTurns turns, IOptions<SignOnOptions> signOn)
    : AccountPage(signIn, log, clock)
{
    /// <summary>Says in the access log that no password was used.</summary>
    private const string ByPasskey = "by passkey";

    /// <summary>One sentence for everything that can be wrong, so that strangers cannot learn which accounts exist.</summary>
    private const string Wrong = "The name or password is not correct. After 5 wrong passwords the account is locked for 15 minutes.";

    private const string WrongPasskey = "That passkey did not sign you in. It may have been removed, or your account is locked. Try again, or use your password.";

    private const string TooLate = "That took too long. Try again.";

    /// <summary>The name of the organisation's sign-on; null if there is none.</summary>
    public string? Organisation => signOn.Value.IsOn ? signOn.Value.Name : null;

    /// <summary>A demonstration's accounts that anybody may use; none elsewhere.</summary>
    public IReadOnlyList<Access.Accounts.Account> Demonstration { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Demonstration = await demonstration.Find();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var form = await ReadForm();
        var name = form.Required("name", "Enter your email address or sign-in name.", 256);
        var password = Request.Form["password"].ToString();
        if (password.Length == 0)
        {
            form.AddProblem("password", "Enter your password.");
        }

        if (!form.IsValid)
        {
            return await OnGetAsync();
        }

        using var turn = await turns.Take(Accounts.NormalizeName(name), HttpContext.RequestAborted);
        var account = await Accounts.FindByNameAsync(name);
        var keep = Request.Form["keep"] == "on";
        var result = turn.IsAcquired ? await TrySignIn(account, password, keep) : Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        if (result.Succeeded)
        {
            return await GoOn(account!);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Access/Accounts/Code", new { returnTo = ReturnTo, keep });
        }

        await NoteFailure(result.IsLockedOut ? Acts.LockedOut : Acts.SignInFailed, account);
        form.AddProblem("password", Wrong);
        return await OnGetAsync();
    }

    /// <summary>A new challenge for the passkeys of whoever is at this browser.</summary>
    public async Task<IActionResult> OnGetPasskeyOptionsAsync() => Content(await passkeys.BeginSignIn(), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var form = await ReadForm();
        if (passkeys.TakeChallenge() is not { } challenge)
        {
            form.AddProblem("send", TooLate);
            return await OnGetAsync();
        }

        var account = await passkeys.Owner(challenge, Request.Form["credential"].ToString());
        var isLocked = account is not null && await Accounts.IsLockedOutAsync(account);
        if (account is { Closed: null } && !isLocked)
        {
            await SignInManager.SignInAsync(account, isPersistent: Request.Form["keep"] == "on");
            return await GoOn(account, ByPasskey);
        }

        await NoteFailure(isLocked ? Acts.LockedOut : Acts.SignInFailed, account, ByPasskey);
        form.AddProblem("send", WrongPasskey);
        return await OnGetAsync();
    }

    /// <summary>Signs in as one of a demonstration's people, without a password.</summary>
    public async Task<IActionResult> OnPostDemonstrationAsync()
    {
        var id = Request.Form["account"].ToString();
        if (!demonstration.AreOpen || await Find(id) is not { IsDemonstration: true, Closed: null } account)
        {
            return NotFound();
        }

        await SignInManager.SignInAsync(account, isPersistent: true);
        return await GoOn(account);
    }

    /// <summary>
    /// Takes as long for unknown names and locked accounts as for a wrong password, so that timing reveals nothing.
    /// </summary>
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TrySignIn(Access.Accounts.Account? account, string password, bool keep)
    {
        var isLocked = account is not null && await Accounts.IsLockedOutAsync(account);
        if (account is { Closed: null, PasswordHash: not null } && !isLocked)
        {
            return await SignInManager.PasswordSignInAsync(account, password, keep, lockoutOnFailure: true);
        }

        Accounts.PasswordHasher.HashPassword(account!, password);
        return isLocked ? Microsoft.AspNetCore.Identity.SignInResult.LockedOut : Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }
}

using System.Text.Encodings.Web;
using CapacityBoard.Access.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace CapacityBoard.Access.Accounts;

/// <summary>Sets up the authenticator app, then shows the recovery codes once.</summary>
internal sealed class AuthenticatorModel(
    SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, Callers callers) : AccountPage(signIn, log, clock)
{
    private const int PixelsOfAModule = 5;

    /// <summary>The app's key, in groups of four for typing.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same key as a link that opens an authenticator app on this device.</summary>
    public string AppAddress { get; private set; } = "";

    /// <summary>The link as a QR code in SVG.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Empty until the app is set up.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await Own();
        if (account.TwoFactorEnabled)
        {
            return RedirectToPage("/Access/Accounts/Account");
        }

        if (string.IsNullOrEmpty(await Accounts.GetAuthenticatorKeyAsync(account)))
        {
            await Accounts.ResetAuthenticatorKeyAsync(account).MustBeDone();
            await SignInManager.RefreshSignInAsync(account);
            callers.Forget(CallerKind.Person, account.Id);
        }

        await Show(account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await Own();
        if (account.TwoFactorEnabled)
        {
            return RedirectToPage("/Access/Accounts/Account");
        }

        var form = await ReadForm();
        var code = form.Required("code", "Enter the 6-digit code from the app.", 20).Replace(" ", "", StringComparison.Ordinal);
        if (form.IsValid && !await Accounts.VerifyTwoFactorTokenAsync(account, Accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            form.AddProblem("code", "That code is not correct or has expired. Enter the code the app shows now. Check that the time on your phone is correct.");
        }

        if (!form.IsValid)
        {
            await Show(account);
            return Page();
        }

        await Accounts.SetTwoFactorEnabledAsync(account, true).MustBeDone();
        Codes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, AccountRules.RecoveryCodes))!];
        await SignInManager.RefreshSignInAsync(account);
        callers.Forget(CallerKind.Person, account.Id);
        await Note(Acts.AuthenticatorSet, account);
        return Page();
    }

    private async Task Show(Access.Accounts.Account account)
    {
        var key = (await Accounts.GetAuthenticatorKeyAsync(account))!;
        Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part)));
        var issuer = UrlEncoder.Default.Encode(Accounts.Options.Tokens.AuthenticatorIssuer);
        AppAddress = $"otpauth://totp/{issuer}:{UrlEncoder.Default.Encode(account.UserName!)}?secret={key}&issuer={issuer}&digits=6";
        Picture = new SvgQRCode(QRCodeGenerator.GenerateQrCode(AppAddress, QRCodeGenerator.ECCLevel.M)).GetGraphic(PixelsOfAModule);
    }
}

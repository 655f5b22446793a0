using System.Security.Claims;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Accounts;

/// <summary>Sends people to their organisation's sign-on and signs them in when they return.</summary>
internal sealed class OrganisationModel(
    SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock, SignOnAccounts accounts, IOptions<SignOnOptions> options)
    : AccountPage(signIn, log, clock)
{
    /// <summary>The organisation's answer is trusted for one long shift; then it is asked again.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    public string Provider => options.Value.Name;

    /// <summary>True if the organisation knows the person but nothing gives them a role here.</summary>
    public bool HasNoRole { get; private set; }

    public IActionResult OnGet()
    {
        if (!options.Value.IsOn)
        {
            return NotFound();
        }

        var back = Url.Page("/Access/Accounts/Organisation", "Back", new { returnTo = ReturnTo });
        return Challenge(SignInManager.ConfigureExternalAuthenticationProperties(AccessSchemes.SignOn, back), AccessSchemes.SignOn);
    }

    public async Task<IActionResult> OnGetBackAsync()
    {
        if (await SignInManager.GetExternalLoginInfoAsync() is not { } login)
        {
            return RedirectToPage("/Access/Accounts/SignIn");
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var from = new AccessActor(Provider, Addresses.TextOf(HttpContext.Connection.RemoteIpAddress));
        if (await accounts.Find(login, from) is not { } account)
        {
            await Log.Write(HttpContext, Acts.SignInFailed, who: Provider, note: "no role");
            HasNoRole = true;
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        var session = new AuthenticationProperties { ExpiresUtc = Clock.GetUtcNow() + LongestSession, AllowRefresh = false };
        await SignInManager.SignInWithClaimsAsync(account, session, [new(ClaimTypes.AuthenticationMethod, AccessSchemes.SignOn)]);
        return await GoOn(account);
    }

    public async Task OnGetFailedAsync() => await Log.Write(HttpContext, Acts.SignInFailed, who: Provider);
}

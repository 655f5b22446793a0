using CapacityBoard.Access.Schemes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>The cookies of people who signed in and of screens opened by a link.</summary>
internal static class AccountCookies
{
    /// <summary>
    /// On a person's own device, from the last use, so that a care home's phone is signed in when it is needed.
    /// </summary>
    public static readonly TimeSpan OnOwnDevice = TimeSpan.FromDays(30);

    /// <summary>Until the browser closes, and at most one long shift after the last use.</summary>
    private static readonly TimeSpan OnOtherDevice = TimeSpan.FromHours(12);

    private static readonly TimeSpan OnWall = TimeSpan.FromDays(400);

    public static void Configure(IServiceCollection services)
    {
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
        {
            Shape(cookie, "capacity-board", OnOtherDevice);
            cookie.Events.OnValidatePrincipal = LetIn;
        });
        services.Configure<CookieAuthenticationOptions>(AccessSchemes.Wallboard, cookie =>
        {
            Shape(cookie, "capacity-board-wall", OnWall);
            cookie.Events.OnValidatePrincipal = LetIn;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, cookie => Shape(cookie, "capacity-board-sign-on", TimeSpan.FromMinutes(10)));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, cookie => Shape(cookie, "capacity-board-second-factor", TimeSpan.FromMinutes(10)));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorRememberMeScheme, cookie => Shape(cookie, "capacity-board-device", OnOwnDevice));
    }

    private static void Shape(CookieAuthenticationOptions options, string name, TimeSpan lasts)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = true;
    }

    /// <summary>Loads the cookie's current owner, and deletes the cookie if they may no longer sign in.</summary>
    private static async Task LetIn(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var caller = await CallerIdentity.Find(context.Principal, http.RequestServices.GetRequiredService<Callers>(), http.RequestAborted);
        http.SetCaller(caller);
        if (caller is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
        }
        else if (caller.Kind == CallerKind.Wallboard)
        {
            http.RequestServices.GetRequiredService<Keys.KeyUses>().Note(caller, http.Connection.RemoteIpAddress);
        }
    }
}

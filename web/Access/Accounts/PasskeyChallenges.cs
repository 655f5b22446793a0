using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The challenges that browsers were given for passkeys. Each is in an encrypted cookie of the page that asks, for one answer within
/// 10 minutes.
/// </summary>
internal sealed class PasskeyChallenges(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Last = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("passkey-challenge");

    /// <param name="act">What the answer is for; it is good for nothing else.</param>
    public void Give(HttpContext browser, string act, string challenge)
    {
        var cookie = CookieFor(browser, act);
        browser.Response.Cookies.Append(cookie.Name!, ProtectorFor(act).Protect(challenge, clock.GetUtcNow() + Last), cookie.Build(browser));
    }

    /// <summary>The challenge, which cannot be taken again; null if there is none, or it expired.</summary>
    /// <inheritdoc cref="Give"/>
    public string? Take(HttpContext browser, string act)
    {
        var cookie = CookieFor(browser, act);
        if (browser.Request.Cookies[cookie.Name!] is not { } given)
        {
            return null;
        }

        browser.Response.Cookies.Delete(cookie.Name!, cookie.Build(browser));
        try
        {
            return ProtectorFor(act).Unprotect(given);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector ProtectorFor(string act) => _protector.CreateProtector(act).ToTimeLimitedDataProtector();

    private static CookieBuilder CookieFor(HttpContext browser, string act) => new()
    {
        Name = $"capacity-board-passkey-{act}",
        Path = browser.Request.PathBase + browser.Request.Path,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        IsEssential = true,
    };
}

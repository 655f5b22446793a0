using System.Globalization;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The six digits of an authenticator app, new every 30 seconds (RFC 6238, SHA-1, which is all that common apps support). Each
/// code works once, and none older than one already used, so a code read over a shoulder is useless.
/// </summary>
internal sealed class AppCodes(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    public const string Provider = "authenticator";

    /// <summary>The token that holds the half minute, counted from 1970, of the last code used.</summary>
    public const string LastTaken = "last-taken";

    /// <summary>Allows a phone's clock to be two codes ahead or behind.</summary>
    private static readonly VerificationWindow Leeway = new(previous: 2, future: 2);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key
            || !new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.GetUtcNow().UtcDateTime, token, out var halfMinute, Leeway))
        {
            return false;
        }

        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastTaken);
        return (last is null || halfMinute > long.Parse(last, CultureInfo.InvariantCulture))
            && (await manager.SetAuthenticationTokenAsync(user, Provider, LastTaken, halfMinute.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The six digits that an authenticator app shows, new every half minute (RFC 6238, SHA-1: the apps that people have know no
/// other). Each is taken once, and none that is older than one that was taken: whoever read it over a shoulder has nothing.
/// </summary>
internal sealed class AppCodes(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    public const string Provider = "authenticator";

    /// <summary>What is kept of an account: the half minute, counted from 1970, whose code was taken last.</summary>
    public const string LastTaken = "last-taken";

    /// <summary>A telephone's clock may be two codes ahead or behind.</summary>
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

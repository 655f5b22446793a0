using System.Security.Cryptography;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Accounts as Identity keeps them, but for the secrets of authenticator apps and the recovery codes: these are encrypted
/// with the keys that nodes share, so that a copy of the table alone signs nobody in. Of invitations it has hashes, which an
/// errand without those keys can make.
/// </summary>
internal sealed class AccountStore(AccessContext context, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, AccessContext>(context, errors)
{
    private readonly IDataProtector _protector = protection.CreateProtector("account-tokens");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null || loginProvider == Invitation.Provider ? value : _protector.Protect(value), cancellationToken);

    /// <summary>Another app begins anew: what was taken of the one before says nothing of it.</summary>
    public override async Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        await base.SetAuthenticatorKeyAsync(user, key, cancellationToken);
        await RemoveTokenAsync(user, AppCodes.Provider, AppCodes.LastTaken, cancellationToken);
    }

    /// <summary>Null also where the keys that encrypted it are lost: then it is to be made anew.</summary>
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        try
        {
            var value = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
            return value is null || loginProvider == Invitation.Provider ? value : _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

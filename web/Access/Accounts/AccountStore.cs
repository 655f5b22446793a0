using System.Security.Cryptography;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Stores accounts as Identity does, but encrypts authenticator secrets and recovery codes with the keys that nodes share, so
/// that a copy of the table alone lets nobody sign in. Invitations are stored as hashes, so that command-line tools without those
/// keys can create them.
/// </summary>
internal sealed class AccountStore(AccessContext context, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, AccessContext, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, AccountPasskey>(context, errors)
{
    private readonly IDataProtector _protector = protection.CreateProtector("account-tokens");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null || loginProvider == Invitation.Provider ? value : _protector.Protect(value), cancellationToken);

    /// <summary>Forgets which code of the previous app was used last, since it says nothing about the new app.</summary>
    public override async Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        await base.SetAuthenticatorKeyAsync(user, key, cancellationToken);
        await RemoveTokenAsync(user, AppCodes.Provider, AppCodes.LastTaken, cancellationToken);
    }

    /// <summary>Also null if the encryption keys are lost; the token must then be created again.</summary>
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

using System.Security.Cryptography;
using CapacityBoard.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CapacityBoard.Nodes;

/// <summary>
/// Reads the keys before anything is served, one node after another: two that started at once on a new database would
/// each make a key, and neither would know the other's until it reads them again, a day later.
/// </summary>
internal sealed class SharedKeys(INodeLocks locks, IKeyManager keys, IDataProtectionProvider protection, TimeProvider clock) : BeforeServing
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A key in use was encrypted with a certificate that this node does not have.</exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var turn = await locks.Take("keys", cancellationToken);
        RequireReadable();
        protection.CreateProtector("start").Protect([]);
    }

    /// <summary>The framework would make a new key in place of one that it cannot read, and everybody be signed out without a word.</summary>
    private void RequireReadable()
    {
        var now = clock.GetUtcNow();
        foreach (var key in keys.GetAllKeys().Where(key => !key.IsRevoked && key.ExpirationDate > now))
        {
            try
            {
                key.CreateEncryptor();
            }
            catch (CryptographicException)
            {
                throw KeyCertificates.Fault(
                    $"The key {key.KeyId} of sessions and forms is encrypted with a certificate that this node does not have: "
                    + $"name its PFX file in {NodeOptions.Section}:{nameof(NodeOptions.KeyCertificate)} or {NodeOptions.Section}:{nameof(NodeOptions.OldKeyCertificates)}.");
            }
        }
    }
}

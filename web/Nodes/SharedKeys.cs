using System.Security.Cryptography;
using CapacityBoard.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CapacityBoard.Nodes;

/// <summary>
/// Reads the keys before anything is served, one node at a time. Two nodes that started together on a new database would each
/// create a key and not see the other's until they read them again, a day later.
/// </summary>
internal sealed class SharedKeys(INodeLocks locks, IKeyManager keys, IDataProtectionProvider protection, TimeProvider clock) : BeforeServing
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// A key in use was encrypted with a certificate that this node does not have.
    /// </exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var turn = await locks.Take("keys", cancellationToken);
        RequireReadable();
        protection.CreateProtector("start").Protect([]);
    }

    /// <summary>If a key cannot be read, the framework would silently create a new one and sign everyone out.</summary>
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

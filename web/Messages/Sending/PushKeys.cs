using System.Buffers.Text;
using System.Security.Cryptography;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Messages.Sending;

/// <summary>
/// The keys with which this board proves to push services who it is (VAPID). A new one is made after a year. Devices go on with the key that they
/// were subscribed with until their browser has seen the new one.
/// </summary>
internal sealed class PushKeys(AccessStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private const byte Uncompressed = 4;

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("push-keys");

    /// <summary>The public key with which devices subscribe now, in base64url.</summary>
    public async Task<string> Current(CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var newest = await store.Ask(context => context.PushKeys.AsNoTracking().OrderByDescending(key => key.Created).FirstOrDefaultAsync(token), token);
        return newest is not null && newest.Created > now - Lasts ? newest.PublicKey : await Make(now, token);
    }

    /// <summary>A key's private half, in base64url; null if there is no such key, or the keys that sealed it are lost.</summary>
    public async Task<string?> PrivateOf(string publicKey, CancellationToken token)
    {
        try
        {
            return await store.Ask(context => context.PushKeys.AsNoTracking().FirstOrDefaultAsync(key => key.PublicKey == publicKey, token), token) is { } row
                ? _protector.Unprotect(row.PrivateKey)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<string> Make(DateTimeOffset now, CancellationToken token)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var numbers = pair.ExportParameters(includePrivateParameters: true);
        var row = new PushKeyRow
        {
            PublicKey = Base64Url.EncodeToString([Uncompressed, .. numbers.Q.X!, .. numbers.Q.Y!]),
            PrivateKey = _protector.Protect(Base64Url.EncodeToString(numbers.D!)),
            Created = now,
        };
        await store.Add(row, token);
        return row.PublicKey;
    }
}

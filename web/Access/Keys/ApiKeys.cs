using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Keys;

/// <summary>
/// The keys of machines. A key is written <c>cbk_{id}_{secret}</c>, so that it is recognisable wherever it is found.
/// </summary>
internal sealed class ApiKeys(AccessStore store, Callers callers, TimeProvider clock)
{
    public const int LongestDays = 400;

    private const string Prefix = "cbk_";
    private const int SecretBytes = 32;

    /// <summary>Creates a key. Its text is returned only this once.</summary>
    /// <param name="made">
    /// The access log line that records it, for another administrator to check if the key sees people; null for no notice.
    /// </param>
    public async Task<string> Create(
        string name, IReadOnlyList<Grant> grants, TimeSpan validFor, string by, AccessEntry? made = null, CancellationToken token = default)
    {
        var (id, secret) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), SecretOf(RandomNumberGenerator.GetBytes(SecretBytes)));
        var now = clock.GetUtcNow();
        var key = new ApiKey { Id = id, Name = name, SecretHash = Hash(secret), Created = now, CreatedBy = by, Expires = now + validFor };
        await store.Ask(
            context =>
            {
                context.Add(key);
                if (made is not null && grants.Any(grant => RoleTable.SeesPeople(grant.Role)))
                {
                    context.Add(Notice.Of(made, id, isPerson: false));
                }

                context.AddRange(grants.Select(grant => new GrantRow { Owner = id, Role = grant.Role, Scope = grant.Scope, Given = now, GivenBy = by }));
                return context.SaveChangesAsync(token);
            },
            token);
        return $"{Prefix}{id}_{secret}";
    }

    /// <summary>A key's grant and lifetime, as the access log writes them.</summary>
    public static string Words(Grant grant, int days) => $"{grant}, {days} days";

    /// <summary>Revokes a key at once.</summary>
    public async Task Revoke(string id, CancellationToken token = default)
    {
        var now = clock.GetUtcNow();
        await store.Ask(context => context.Keys.Where(key => key.Id == id && key.Revoked == null)
            .ExecuteUpdateAsync(key => key.SetProperty(each => each.Revoked, now), token), token);
        callers.Forget(CallerKind.Key, id);
    }

    /// <summary>The caller that a key belongs to; null if the key is not valid now.</summary>
    public async ValueTask<Caller?> Find(string text, CancellationToken token)
    {
        var parts = text.Split('_');
        if (parts is not ["cbk", { Length: > 0 and < 40 } id, { Length: > 0 and < 100 } secret])
        {
            return null;
        }

        var caller = await callers.Find(CallerKind.Key, id, token);
        return caller is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(caller.Proof), Encoding.ASCII.GetBytes(Hash(secret)))
            ? caller
            : null;
    }

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Only letters and digits, so that a double click selects the key.</summary>
    private static string SecretOf(byte[] random) => Convert.ToHexStringLower(random);
}

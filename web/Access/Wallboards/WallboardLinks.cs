using System.Security.Cryptography;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Wallboards;

/// <summary>The links that open wallboards: an id, signed and encrypted with the keys that all nodes share.</summary>
internal sealed class WallboardLinks(AccessStore store, Callers callers, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("wallboard-link");

    public async Task<WallboardLink> Create(string name, string locality, string by, CancellationToken token = default)
    {
        var link = new WallboardLink
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Name = name,
            Locality = locality,
            Created = clock.GetUtcNow(),
            CreatedBy = by,
        };
        await store.Add(link, token);
        return link;
    }

    /// <summary>The path that a screen opens once, to have access from then on.</summary>
    public string PathOf(WallboardLink link) => $"/wallboard/{_protector.Protect(link.Id)}";

    /// <summary>
    /// The id of the link in a text; null if the text is not one of our links. It does not check whether the link was revoked.
    /// </summary>
    public string? IdIn(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Revokes a link at once; its screens go dark within a minute.</summary>
    public async Task Revoke(string id, CancellationToken token = default)
    {
        var now = clock.GetUtcNow();
        await store.Ask(context => context.Links.Where(link => link.Id == id && link.Revoked == null)
            .ExecuteUpdateAsync(link => link.SetProperty(each => each.Revoked, now), token), token);
        callers.Forget(CallerKind.Wallboard, id);
    }
}

using System.Collections.Concurrent;
using System.Security.Claims;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>
/// Signs people in to test servers with the servers' own tables and keys. The sign-in page is skipped, as it has its own tests.
/// </summary>
internal static class Sessions
{
    /// <summary>The name of a person who was given none: the care home that most tests are about.</summary>
    public const string Anyone = "The Limes";

    public const string CookieName = "capacity-board";

    private static readonly ConcurrentDictionary<string, KnownServer> Servers = new();

    public static IReadOnlyList<Grant> Everything { get; } = [.. Enum.GetValues<Role>().Select(role => new Grant(role, Scope.Everywhere))];

    public static void Know(Uri address, IServiceProvider services) => Servers[address.Authority] = new(
        () => services.GetRequiredService<IDbContextFactory<AccessContext>>().CreateDbContext(),
        services.GetRequiredService<IDataProtectionProvider>());

    /// <summary>A server in another process.</summary>
    public static void Know(Uri address, string dataFolder) => Servers[address.Authority] = new(
        () => new(new DbContextOptionsBuilder<AccessContext>().UseSqlite(AccessSchema.ConnectionString(dataFolder)).Options),
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(dataFolder, "keys")), keys => keys.SetApplicationName("capacity-board")));

    /// <summary>The same server at another address.</summary>
    public static void Know(Uri address, Uri server) => Servers[address.Authority] = Servers[server.Authority];

    /// <summary>Forgets a stopped server, so that everything it held can be collected.</summary>
    public static void Forget(Uri address) => Servers.TryRemove(address.Authority, out _);

    /// <summary>The value of a session cookie for a person who may do everything, unless grants are given.</summary>
    public static async Task<string> CookieOf(Uri server, string name = Anyone, IReadOnlyList<Grant>? grants = null)
    {
        var known = Servers[server.Authority];
        await using var context = known.Open();
        var account = await Find(context, name) ?? await Make(context, name, grants ?? Everything);
        return new TicketDataFormat(known.Protection.CreateProtector(
            "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", IdentityConstants.ApplicationScheme, "v2")).Protect(TicketOf(account));
    }

    private static Task<Account?> Find(AccessContext context, string name) =>
        context.Users.FirstOrDefaultAsync(account => account.NameKey == Account.KeyOf(name));

    private static async Task<Account> Make(AccessContext context, string name, IReadOnlyList<Grant> grants)
    {
        var now = TimeProvider.System.GetUtcNow();
        var userName = $"{Sites.SiteKey.PartFrom(name)}@tests.example";
        var account = new Account
        {
            Name = name,
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            TwoFactorEnabled = true,
            LockoutEnabled = true,
            Created = now,
            CreatedBy = name,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        context.Add(account);
        context.AddRange(grants.Select(grant => new GrantRow { Owner = account.Id, Role = grant.Role, Scope = grant.Scope, Given = now, GivenBy = name }));
        try
        {
            await context.SaveChangesAsync();
            return account;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            return (await Find(context, name)).ShouldNotBeNull();
        }
    }

    private static AuthenticationTicket TicketOf(Account account)
    {
        var now = TimeProvider.System.GetUtcNow();
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id),
                new(ClaimTypes.Name, account.UserName!),
                new("AspNet.Identity.SecurityStamp", account.SecurityStamp!),
            ],
            IdentityConstants.ApplicationScheme);
        return new(new(identity), new() { IssuedUtc = now, ExpiresUtc = now + AccountCookies.OnOwnDevice, IsPersistent = true }, IdentityConstants.ApplicationScheme);
    }

    private sealed record KnownServer(Func<AccessContext> Open, IDataProtectionProvider Protection);
}

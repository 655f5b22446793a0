using System.Net.Http.Headers;
using CapacityBoard.Access;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Processes;

/// <summary>The key that lets load generators and tests in everywhere, written straight into a server's tables.</summary>
public static class MachineKey
{
    /// <summary>Its name in the journal.</summary>
    public const string Name = "API";

    /// <summary>An earlier build refuses a key with a role that came later.</summary>
    public static readonly Role[] RolesOfAnyBuild = [.. Enum.GetValues<Role>().Except([Role.Monitor])];

    private const string Id = "machine";
    private const string Secret = "everything";

    public static AuthenticationHeaderValue Header { get; } = new("Bearer", $"cbk_{Id}_{Secret}");

    /// <summary>Puts it into the tables of a server that has been started on a data folder or a PostgreSQL database.</summary>
    /// <param name="roles">What it may do; everything where none is given.</param>
    public static async Task Give(string? dataFolder, string? connectionString, params Role[] roles)
    {
        var options = new DbContextOptionsBuilder<AccessContext>();
        _ = connectionString is null ? options.UseSqlite(AccessSchema.ConnectionString(dataFolder!)) : options.UseNpgsql(connectionString);
        await using var context = new AccessContext(options.Options);
        if (await context.Keys.AnyAsync(key => key.Id == Id))
        {
            return;
        }

        var now = TimeProvider.System.GetUtcNow();
        context.Add(new ApiKey { Id = Id, Name = Name, SecretHash = ApiKeys.Hash(Secret), Created = now, CreatedBy = Name, Expires = now.AddYears(1) });
        context.AddRange((roles is [] ? Enum.GetValues<Role>() : roles).Select(role => new GrantRow { Owner = Id, Role = role, Scope = Scope.Everywhere, Given = now, GivenBy = Name }));
        try
        {
            await context.SaveChangesAsync();
        }
        catch (DbUpdateException) when (connectionString is not null)
        {
            // It was added just now through another node of the same database.
        }
    }

    /// <summary>A client of a server that sends the key with every request.</summary>
    public static HttpClient Client(Uri server, HttpMessageHandler? handler = null)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = Header;
        return client;
    }
}

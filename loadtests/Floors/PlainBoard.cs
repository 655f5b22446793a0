using CapacityBoard.Scenarios;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Floors;

/// <summary>The board as a team would first write it: an update changes the home's row through EF Core and sends the row to every screen.</summary>
internal static class PlainBoard
{
    public const string Name = "plain-board";
    public const string Path = "/hub";

    /// <param name="folder">Where its database is made.</param>
    public static async Task Run(string[] arguments, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDbContextPool<Homes>(options => options.UseSqlite($"Data Source={System.IO.Path.Combine(folder, "homes.db")}"));
        await using var program = builder.Build();
        await Fill(program.Services);
        program.MapGet("/health/ready", () => "Ready");
        program.MapPost("/homes/{id:int}/free/{free:int}", Update);
        program.MapHub<Hub>(Path);
        await program.RunAsync();
    }

    /// <summary>The request for an update.</summary>
    public static HttpRequestMessage UpdateRequest(int home, int number, int by) =>
        new(HttpMethod.Post, new Uri($"/homes/{home + 1}/free/{number % LoadHomes.Beds}?by={by}", UriKind.Relative));

    private static async Task<Home> Update(int id, int free, string by, Homes homes, IHubContext<Hub> hub, TimeProvider clock)
    {
        var home = await homes.All.SingleAsync(each => each.Id == id);
        (home.Free, home.DeclaredBy, home.DeclaredAt) = (free, by, clock.GetUtcNow());
        await homes.SaveChangesAsync();
        await hub.Clients.All.SendAsync("Changed", home);
        return home;
    }

    private static async Task Fill(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var homes = scope.ServiceProvider.GetRequiredService<Homes>();
        await homes.Database.EnsureCreatedAsync();
        await homes.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        homes.AddRange(Enumerable.Range(0, LoadHomes.Town.Count).Select(number => new Home { Name = $"Home {number}", Neighbourhood = $"Neighbourhood {number % 8}", Beds = LoadHomes.Beds }));
        await homes.SaveChangesAsync();
    }

    private sealed class Hub : Microsoft.AspNetCore.SignalR.Hub;

    internal sealed class Homes(DbContextOptions<Homes> options) : DbContext(options)
    {
        public DbSet<Home> All => Set<Home>();
    }

    internal sealed class Home
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public required string Neighbourhood { get; set; }

        public int Beds { get; set; }

        public int Free { get; set; }

        public string DeclaredBy { get; set; } = "";

        public DateTimeOffset DeclaredAt { get; set; }
    }
}

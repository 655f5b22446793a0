using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Leaks;

/// <summary>Somebody who looks wherever they can: with a session at pages, and with a key of the same roles where programs ask.</summary>
internal sealed class Onlooker
{
    private readonly string _cookie;
    private readonly string? _key;

    private Onlooker(string name, Grant[] grants, string cookie, string? key)
    {
        (Name, Caller, _cookie, _key) = (name, new(CallerKind.Person, "", "", "", [.. grants]), cookie, key);
    }

    public string Name { get; }

    public Caller Caller { get; }

    /// <summary>What the hub is told of who connects.</summary>
    public IReadOnlyDictionary<string, string> Headers => _key is null
        ? new Dictionary<string, string> { ["Cookie"] = _cookie }
        : new Dictionary<string, string> { ["Authorization"] = $"Bearer {_key}" };

    /// <summary>What was told at an address and may not be.</summary>
    public IEnumerable<string> MayNotBeTold(string address, IEnumerable<Secret> told) =>
        told.Where(secret => !Secrets.MaySee(Caller, secret, address)).Select(secret => $"{Name} at {address}: {secret.What}");

    public static async Task<Onlooker> With(TestBoard board, Role role, string scope)
    {
        Grant[] grants = [new(role, Scope.Parse(scope))];
        var name = $"{role} of {scope.Replace('/', ' ')}";
        var key = await board.Services.GetRequiredService<ApiKeys>().Create($"{name}, key", grants, TimeSpan.FromDays(1), name);
        return new(name, grants, $"{Sessions.CookieName}={await Sessions.CookieOf(board.Address, name, grants)}", key);
    }

    /// <summary>A screen on a wall, let in by its link.</summary>
    public static async Task<Onlooker> OnTheWall(TestBoard board, string locality)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var links = board.Services.GetRequiredService<WallboardLinks>();
        var path = links.PathOf(await links.Create("A wall", locality, "An administrator"));
        using var response = await http.GetAsync(new Uri(board.Address, path)).Within("the link lets in");
        var cookie = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(each => each.Split(';')[0]));
        return new($"Wallboard of {locality}", [new(Role.Viewer, Scope.Parse(locality))], cookie, null);
    }

    public HttpRequestMessage Asks(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        var isForPrograms = address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) || address.AbsolutePath.EndsWith(".csv", StringComparison.Ordinal);
        request.Headers.Add(isForPrograms && _key is not null ? "Authorization" : "Cookie", isForPrograms && _key is not null ? $"Bearer {_key}" : _cookie);
        return request;
    }
}

using System.Net;
using CapacityBoard.Support;

namespace CapacityBoard.Access.Leaks;

/// <summary>Somebody of each role looks at everything that can be looked at: nothing is in any answer that they may not see.</summary>
public sealed class LeakWalkTests(LeakWorld world) : IClassFixture<LeakWorld>, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task GivenEveryRole_WhenEverythingIsLookedAt_ThenNothingIsToldThatItMayNotSee()
    {
        var endpoints = (await EveryEndpoint.Of(world.Board)).Where(endpoint => endpoint.Method == "GET").DistinctBy(endpoint => endpoint.Name);
        string[] addresses = [.. endpoints.SelectMany(endpoint => Looks.At(endpoint, world))];
        var (wrong, told) = (new List<string>(), new HashSet<Secret>());
        foreach (var onlooker in world.Onlookers)
        {
            var looked = await Walk(onlooker, onlooker == world.Onlookers[0] ? addresses : addresses.Where(address => !Looks.IsTheSameForAll(address)));
            wrong.AddRange([.. looked.SelectMany(each => onlooker.MayNotBeTold(each.Address, each.Told)), .. Hints(onlooker, looked), .. ShutDoors(onlooker, looked)]);
            told.UnionWith(looked.SelectMany(each => each.Told));
        }

        wrong.ShouldBeEmpty();
        Enum.GetValues<Role>().Except(world.Onlookers.SelectMany(onlooker => onlooker.Caller.Grants).Select(grant => grant.Role)).ShouldBeEmpty();
        world.Secrets.All.Except(told).Select(secret => secret.What).ShouldBeEmpty("what is shown to nobody says nothing of who may see it");
    }

    /// <summary>Where somebody whom one may not see is answered for in another way than somebody who never was.</summary>
    private IEnumerable<string> Hints(Onlooker onlooker, IReadOnlyList<Looked> looked)
    {
        var answers = looked.Where(each => !each.IsLink).ToDictionary(each => each.Address, each => each.Status);
        return from person in world.People
               where !Secrets.MaySee(onlooker.Caller, world.Secrets.Of(person), "")
               from each in answers
               where each.Key.Contains(person, StringComparison.Ordinal)
               let nobody = answers[each.Key.Replace(person, Looks.Nobody, StringComparison.Ordinal)]
               where each.Value.Replace(person, Looks.Nobody, StringComparison.Ordinal) != nobody
               select $"{onlooker.Name} at {each.Key}: {each.Value} for {world.Secrets.Of(person).What}, {nobody} for nobody";
    }

    private static IEnumerable<string> ShutDoors(Onlooker onlooker, IEnumerable<Looked> looked) =>
        looked.Where(each => each.IsLink && each.Status == nameof(HttpStatusCode.Forbidden)).Select(each => $"{onlooker.Name} is led to {each.Address}, which is not theirs");

    /// <summary>What some addresses answer, and what those do that they lead to.</summary>
    private async Task<IReadOnlyList<Looked>> Walk(Onlooker onlooker, IEnumerable<string> addresses)
    {
        var (ahead, met, looked) = (new Queue<(string Address, bool IsLink)>(addresses.Select(address => (address, false))), new HashSet<string>(), new List<Looked>());
        while (ahead.TryDequeue(out var next))
        {
            var (status, text) = await Look(onlooker, next.Address);
            looked.Add(new(next.Address, next.IsLink, status, [.. world.Secrets.In(text).Except(world.Secrets.In(next.Address))]));
            foreach (var (link, _) in Looks.LinksOn(next.Address.Split('?')[0], text).Where(link => met.Add(link.Kind)))
            {
                ahead.Enqueue((link, true));
            }
        }

        return looked;
    }

    private async Task<(string Status, string Text)> Look(Onlooker onlooker, string address)
    {
        using var request = onlooker.Asks(new Uri(world.Board.Address, address));
        using var response = await _http.SendAsync(request).Within($"{address} is answered");
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).SelectMany(header => header.Value));
        return ($"{response.StatusCode} {response.Headers.Location}".Trim(), $"{headers}\n{await response.Content.ReadAsStringAsync()}");
    }
}

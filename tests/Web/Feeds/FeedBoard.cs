using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using CapacityBoard.Beds;
using CapacityBoard.Interop.Mllp;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Feeds;

/// <summary>A server with a listener, on the evening of the sequences' day.</summary>
public sealed class FeedBoard : IAsyncLifetime
{
    internal ManualTimeProvider Clock { get; } = new(FeedSequence.Evening);

    /// <summary>Changes the server's services before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    public TestBoard Board { get; private set; } = null!;

    internal KnownFeeds Feeds => Board.Services.GetRequiredService<KnownFeeds>();

    public IPEndPoint Listener => Board.Services.GetRequiredService<MllpListener>().LocalEndpoint!;

    public async ValueTask InitializeAsync()
    {
        Board = new TestBoard
        {
            Configure = builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                Configure?.Invoke(builder);
            },
            Settings = new() { ["Mllp:Endpoint"] = "127.0.0.1:0" },
        };
        await Board.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Board.DisposeAsync();

    /// <summary>A hospital with the sequences' wards and a feed whose facility is its name.</summary>
    public async Task<string> Hospital(string name)
    {
        var hospital = $"stockport/{name}";
        foreach (var (ward, beds) in new[] { ("a1", 30), ("b2", 30), ("c3", 3) })
        {
            var key = SiteKey.Parse($"{hospital}/{ward}");
            (await Board.Register(key, new(SiteKind.Ward, $"Ward {ward.ToUpperInvariant()}", Hospital: $"{name} Hospital"))).ThenAccepted();
            await Board.SayAll(SiteKind.Ward, key, new DeclareVacancies([new(BedType.Inpatient, beds, 0)]));
        }

        (await Feeds.SetUp(hospital, Definition(hospital, name), "Ida Smith")).ShouldBeNull();
        return hospital;
    }

    public static FeedDefinition Definition(string hospital, string facility) => FeedSequence.Definition with
    {
        Facility = facility,
        Locations = [.. FeedSequence.Definition.Locations.Select(rule => rule with { Ward = rule.Ward is { } ward ? SiteKey.Parse($"{hospital}/{ward.Name}") : null })],
    };

    public async Task<string> Post(string hospital, byte[] message)
    {
        using var content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/hl7-v2") } };
        using var answer = await Board.Http.PostAsync(new Uri($"/api/localities/{hospital.Replace("/", "/hospitals/", StringComparison.Ordinal)}/messages", UriKind.Relative), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task<IReadOnlyDictionary<string, Site>> ReadWards(string hospital)
    {
        var sites = Board.Services.GetRequiredService<ISiteClient>();
        var wards = ImmutableDictionary<string, Site>.Empty;
        foreach (var ward in new[] { "a1", "b2", "c3" })
        {
            wards = wards.Add(ward, await sites.Read(SiteKind.Ward, SiteKey.Parse($"{hospital}/{ward}")));
        }

        return wards;
    }
}

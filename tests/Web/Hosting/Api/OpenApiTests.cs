using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting.Api;

/// <summary>What the API says of itself.</summary>
public sealed partial class OpenApiTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenTheDocument_ThenEveryEndpointIsInItWithItsSummary()
    {
        var paths = (await Document())["paths"]!.AsObject();

        foreach (var (method, pattern) in ApiCommand.Routes())
        {
            var operation = paths[pattern]?[method.ToLowerInvariant()];
            operation.ShouldNotBeNull($"{method} {pattern}");
            ((string?)operation["summary"]).ShouldNotBeNullOrWhiteSpace($"{method} {pattern}");
            operation["responses"]!["200"].ShouldNotBeNull($"{method} {pattern}");
        }
    }

    [Fact]
    public async Task GivenTheDocument_ThenAddressesNameTheirParts()
    {
        var paths = (await Document())["paths"]!;
        foreach (var (method, pattern) in ApiCommand.Routes())
        {
            var named = paths[pattern]![method.ToLowerInvariant()]!["parameters"]?.AsArray()
                .Where(parameter => (string?)parameter!["in"] == "path").Select(parameter => (string)parameter!["name"]!) ?? [];
            named.ShouldBe(Parts().Matches(pattern).Select(part => part.Groups[1].Value), ignoreOrder: true, $"{method} {pattern}");
        }
    }

    [Fact]
    public async Task GivenTheDocument_ThenCommandsTakeTheCallersKeyAndMayBeRefused()
    {
        var paths = (await Document())["paths"]!;
        foreach (var (_, pattern) in ApiCommand.Routes().Where(route => ApiCommand.Of(route) is not null))
        {
            var command = paths[pattern]!["post"]!;
            command["parameters"]!.AsArray().ShouldContain(parameter => (string?)parameter!["name"] == "Idempotency-Key", pattern);
            foreach (var status in new[] { "400", "404", "409", "413", "415", "422", "503" })
            {
                command["responses"]![status]?["content"]?["application/problem+json"].ShouldNotBeNull($"{pattern} {status}");
            }
        }
    }

    [Fact]
    public async Task GivenTheDocument_ThenCodeListsAreTheirCodes()
    {
        var schemas = (await Document())["components"]!["schemas"]!;

        schemas["BedType"]!["enum"]!.AsArray().Select(code => (string?)code).ShouldBe(Enum.GetValues<BedType>().Select(type => Codes.Of(type)));
        schemas["CqcRating"]!["enum"]!.AsArray().Select(code => (string?)code).ShouldContain("requires-improvement");
        schemas["AgeBand"]!["enum"]!.AsArray().Select(code => (string?)code).ShouldContain("85-and-over");
    }

    [Fact]
    public async Task GivenTheDocument_ThenEveryReferenceInItLeadsSomewhere()
    {
        var document = await Document();

        foreach (var reference in References(document))
        {
            var node = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (at, part) => at?[part]);
            node.ShouldNotBeNull(reference);
        }
    }

    private async Task<JsonNode> Document() => (await board.Get("/openapi/v1.json")).ThenAccepted().Json;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => pair.Key == "$ref" ? [(string)pair.Value!] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex("{(.*?)}")]
    private static partial Regex Parts();
}

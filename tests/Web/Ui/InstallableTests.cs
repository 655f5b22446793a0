using System.Net;
using System.Text.Json.Nodes;
using CapacityBoard.Support;

namespace CapacityBoard.Ui;

/// <summary>A phone can put the board on its home screen.</summary>
public sealed class InstallableTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenStranger_ThenThePageNamesAManifestWhoseIconsAreThere()
    {
        using var http = new HttpClient { BaseAddress = board.Address };
        using var visitor = new Visitor(board.Address, name: null);
        var named = (await visitor.Visit("/sign-in")).Document.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;

        using var answer = await http.GetAsync(named);
        var manifest = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
        ((string)manifest["display"]!).ShouldBe("standalone");
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            using var image = await http.GetAsync((string)icon!["src"]!);
            image.StatusCode.ShouldBe(HttpStatusCode.OK);
            image.Content.Headers.ContentType!.MediaType.ShouldBe((string)icon["type"]!);
        }
    }
}

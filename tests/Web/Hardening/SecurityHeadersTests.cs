using CapacityBoard.Access;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Hardening;

/// <summary>What browsers are told, with whatever is answered.</summary>
public sealed class SecurityHeadersTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["Content-Security-Policy"] = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    [Fact]
    public async Task GivenEverythingThatCanBeAsked_WhenAnswered_ThenWithTheSecurityHeaders()
    {
        foreach (var endpoint in await EveryEndpoint.Of(board))
        {
            var address = System.Text.RegularExpressions.Regex.Replace(endpoint.Pattern, "{[^}]*}", "none");
            using var request = new HttpRequestMessage(new(endpoint.Method), address);
            using var response = await board.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Within($"{endpoint} is answered");
            ShouldHaveThem(response, endpoint.ToString());
        }
    }

    [Theory]
    [InlineData("/no-such-page/at/all/here")]
    [InlineData("/api/nothing")]
    [InlineData("/dist/page.css")]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    public async Task GivenPageFileOrError_WhenAnswered_ThenWithTheSecurityHeaders(string path)
    {
        using var response = await board.Http.GetAsync(new Uri(path, UriKind.Relative));

        ShouldHaveThem(response, path);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    /// <summary>A source map has the scripts as they were written, with their comments and the paths of whoever built them.</summary>
    [Fact]
    public async Task GivenScriptsAndStyles_ThenNoSourceMapIsServedOrNamed()
    {
        var dist = Path.Combine(ContentRoot.Find(), "wwwroot", "dist");
        Directory.EnumerateFiles(dist, "*.map", SearchOption.AllDirectories).ShouldBeEmpty();
        foreach (var file in new[] { "page.js", "page.css" })
        {
            (await board.Http.GetStringAsync(new Uri($"/dist/{file}", UriKind.Relative))).ShouldNotContain("sourceMappingURL");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/localities")]
    public async Task GivenWhatIsPersonal_WhenAnswered_ThenNobodyKeepsIt(string path)
    {
        using var response = await board.Http.GetAsync(new Uri(path, UriKind.Relative));

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static void ShouldHaveThem(HttpResponseMessage response, string what)
    {
        foreach (var (name, value) in Always)
        {
            response.Headers.TryGetValues(name, out var values).ShouldBeTrue($"{what} has no {name}");
            values!.Single().ShouldBe(value, what);
        }
    }
}

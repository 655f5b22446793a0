using System.Net;
using CapacityBoard.Support;

namespace CapacityBoard.Hardening;

/// <summary>Which requests are served, by what they come over.</summary>
public sealed class HttpsOnlyTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = board.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task GivenPageAskedByHttpFromAnotherMachine_ThenSentToHttps()
    {
        using var response = await Send(HttpMethod.Get, "/stockport?kind=ward", "board.example");

        response.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        response.Headers.Location.ShouldBe(new("https://board.example/stockport?kind=ward"));
    }

    [Fact]
    public async Task GivenCommandSentByHttpFromAnotherMachine_ThenRefusedAndToldHow()
    {
        using var response = await Send(HttpMethod.Post, "/api/localities/stockport/care-homes/the-limes/confirm-unchanged", "board.example");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldContain("https");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task GivenThisMachine_WhenAskedByHttp_ThenServed(string host)
    {
        using var response = await Send(HttpMethod.Get, "/sign-in", host);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task GivenHealthCheckByHttp_ThenServedWhateverTheHost()
    {
        using var response = await Send(HttpMethod.Get, "/health/live", "10.0.0.9");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenProxyThatTookHttps_ThenServedAndBrowsersAreToldToStayThere()
    {
        using var response = await Send(HttpMethod.Get, "/sign-in", "board.example", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
        response.Headers.GetValues("Set-Cookie").Where(cookie => !cookie.Contains("=;", StringComparison.Ordinal))
            .ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("; httponly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.7", true)]
    [InlineData("10.1.0.0/16", true)]
    [InlineData("the proxy", false)]
    [InlineData("10.1.0.0/99", false)]
    public void GivenProxy_WhenNamedInTheSettings_ThenAnAddressOrANetworkIsTaken(string proxy, bool isTaken) =>
        (HardeningOptions.NetworkOf(proxy) is not null).ShouldBe(isTaken);

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, string host, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _http.SendAsync(request);
    }
}

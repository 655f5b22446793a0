using System.IO.Compression;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting;

/// <summary>Pages, answers and files are sent compressed to whoever takes that.</summary>
public sealed class CompressionTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const int MostOfTheSharedStyles = 40_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/api/localities")]
    public async Task GivenBrotliIsTaken_ThenSentSo(string address)
    {
        using var plain = await Get(address);
        using var compressed = await Get(address, "br");

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        compressed.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Fact]
    public async Task GivenAnotherSiteAsks_ThenTheLengthTellsNothing()
    {
        using var answer = await Get("/search?q=SH41268", "br", ("Sec-Fetch-Site", "cross-site"));

        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task GivenStyles_ThenAsCompressedAtTheBuild(string encoding)
    {
        using var plain = await Get("/dist/page.css");
        using var compressed = await Get("/dist/page.css", encoding);

        compressed.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        compressed.Content.Headers.ContentType.ShouldBe(plain.Content.Headers.ContentType);
        compressed.Headers.Vary.ShouldContain("Accept-Encoding");
        (await compressed.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(MostOfTheSharedStyles);
        (await Unpacked(compressed, encoding)).ShouldBe(await plain.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task GivenEncodingThatIsRefused_ThenTheOther()
    {
        using var answer = await Get("/dist/page.css", "br;q=0, gzip");

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    private static async Task<byte[]> Unpacked(HttpResponseMessage answer, string encoding)
    {
        var sent = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacking = encoding == "br" ? new BrotliStream(sent, CompressionMode.Decompress) : new GZipStream(sent, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked);
        return unpacked.ToArray();
    }

    private Task<HttpResponseMessage> Get(string address, string? encoding = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (encoding is not null)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return board.Http.SendAsync(request);
    }
}

using System.IO.Compression;
using CapacityBoard.Api;
using Microsoft.AspNetCore.ResponseCompression;

namespace CapacityBoard.Hosting;

/// <summary>Compresses pages and JSON.</summary>
/// <remarks>
/// The length of a compressed page that repeats what its address says can tell whether that is also elsewhere on the page. Another
/// site could have a reader's browser open such addresses and have the lengths watched on the network. So what another site
/// asked for is sent as it is; tokens of forms differ each time that they are written.
/// </remarks>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(http => !IsAskedByAnotherSite(http.Request) && !http.Request.Path.StartsWithSegments(ProgramPaths.Hub), own => own.UseResponseCompression());

    private static bool IsAskedByAnotherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site";
}

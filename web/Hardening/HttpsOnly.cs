using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>
/// Serves only https, except on the machine itself, for development, demonstrations and health checks. A proxy is trusted about a
/// request if <see cref="HardeningOptions.Proxies"/> names it.
/// </summary>
internal static class HttpsOnly
{
    private const int OneYear = 365 * 24 * 60 * 60;

    public static void AddForwardedHeaders(IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>()
        .Configure<IOptions<HardeningOptions>>((forwarded, options) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.Value.Proxies)
            {
                forwarded.KnownIPNetworks.Add(HardeningOptions.NetworkOf(proxy)!.Value);
            }
        });

    public static void UseHttpsOnly(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps)
            {
                context.Response.Headers.StrictTransportSecurity = $"max-age={OneYear}";
                return next(context);
            }

            return IsOnThisMachine(request.Host.Host) || request.Path.StartsWithSegments("/health") ? next(context) : Refuse(context);
        });
    }

    /// <summary>
    /// Redirects reads to https but refuses writes, since their content has already crossed the network unencrypted.
    /// </summary>
    private static Task Refuse(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"https://{request.Host.Host}{request.PathBase}{request.Path}{request.QueryString}";
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Nothing was done. Use https. If a proxy handles https, it must send X-Forwarded-Proto and be listed in Server:Proxies.");
    }

    private static bool IsOnThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

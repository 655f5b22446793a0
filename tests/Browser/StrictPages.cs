using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Browser;

/// <summary>Allows the pages nothing but files of their own server, as a hospital's proxy may, and says which page answered.</summary>
internal sealed class StrictPages : IStartupFilter
{
    public const string PageHeader = "X-Page";

    private const string Policy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Mark);
        next(app);
    };

    private static Task Mark(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                http.Response.Headers[PageHeader] = page.ViewEnginePath;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}

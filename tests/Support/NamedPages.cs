using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Support;

/// <summary>Adds a response header that names the page that answered.</summary>
internal sealed class NamedPages : IStartupFilter
{
    public const string PageHeader = "X-Page";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Mark);
        next(app);
    };

    private static Task Mark(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                http.Response.Headers[PageHeader] = page.ViewEnginePath;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}

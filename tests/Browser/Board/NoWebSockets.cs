using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CapacityBoard.Browser.Board;

/// <summary>A proxy on the way that lets no WebSocket through.</summary>
internal sealed class NoWebSockets : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Refuse);
        next(app);
    };

    private static Task Refuse(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Headers.Upgrade.Contains("websocket"))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

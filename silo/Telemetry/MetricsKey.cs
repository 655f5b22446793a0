using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CapacityBoard.Telemetry;

/// <summary>
/// Decides who may read a silo's metrics, since a silo has no accounts. If <see cref="Setting"/> is set, callers must send it
/// as <c>Authorization: Bearer …</c>; otherwise only callers on this machine may read them.
/// </summary>
internal static class MetricsKey
{
    public const string Setting = "Telemetry:MetricsKey";

    public static void UseMetricsKey(this WebApplication app)
    {
        var key = app.Configuration[Setting] is { Length: > 0 } text ? Encoding.UTF8.GetBytes($"Bearer {text}") : null;
        app.Use((http, next) => !http.Request.Path.StartsWithSegments(TelemetrySetup.MetricsPath) || MayRead(http, key) ? next(http) : Refuse(http));
    }

    private static bool MayRead(HttpContext http, byte[]? key) => key is not null
        ? CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()))
        : http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

using System.Net;
using CapacityBoard.Access.Store;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Lets a demonstration answer only its own machine unless told otherwise, because anybody may sign in as anyone. Other machines
/// may still read its health.
/// </summary>
internal static class OnThisMachine
{
    public static void UseDemonstrationOnThisMachine(this WebApplication app)
    {
        var (kind, options) = (app.Services.GetRequiredService<BoardKind>(), app.Services.GetRequiredService<IOptions<DemonstrationOptions>>());
        app.Use((http, next) => !kind.IsDemonstration || options.Value.ForAll || IsFromHere(http.Connection) || http.Request.Path.StartsWithSegments("/health") ? next(http) : Refuse(http));
    }

    /// <summary>A connection without addresses came through a local socket.</summary>
    public static bool IsFromHere(ConnectionInfo connection) =>
        connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(Plain(remote)) || remote.Equals(connection.LocalIpAddress);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This demonstration can only be opened on the machine it runs on. To show it to others, start it with --demo-for-all.");
    }
}

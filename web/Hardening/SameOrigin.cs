namespace CapacityBoard.Hardening;

/// <summary>
/// Refuses what another site's page makes a browser send: forms, API calls and WebSockets in the name of the signed-in person. It
/// adds to SameSite cookies and the forms' own tokens.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsFromElsewhere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsFromElsewhere(HttpRequest request) =>
        ChangesOrConnects(request)
        && request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, HostOf(request), StringComparison.OrdinalIgnoreCase));

    private static bool ChangesOrConnects(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Upgrade.Count > 0 || request.HttpContext.WebSockets.IsWebSocketRequest;

    /// <summary>The host as an origin writes it, without the default port. Null if it can be nobody's.</summary>
    private static string? HostOf(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var host) ? host.Authority : null;
}

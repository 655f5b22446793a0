using System.Globalization;
using System.Threading.RateLimiting;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>
/// Tells callers who send too much to wait, so that others need not: by address before anything is looked up, and by caller
/// afterwards.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private const int AtOnce = 10;
    private const int MostWaiting = 200;

    /// <summary>Every form there tries or sets a password or code.</summary>
    private static readonly string[] PasswordPages = ["/sign-in", "/join", "/account"];

    private readonly PartitionedRateLimiter<HttpContext> _addresses;
    private readonly PartitionedRateLimiter<HttpContext> _callers;
    private readonly PartitionedRateLimiter<HttpContext> _signIns;
    private readonly PartitionedRateLimiter<HttpContext> _turns;
    private readonly BoardMetrics _metrics;

    public RequestLimits(IOptions<HardeningOptions> options, BoardMetrics metrics)
    {
        _metrics = metrics;
        var limits = options.Value.Limits;
        _addresses = PartitionedRateLimiter.Create<HttpContext, string>(http => Rate(AddressOf(http), limits.PerAddress));
        _callers = PartitionedRateLimiter.Create<HttpContext, (CallerKind, string)>(http => http.Caller() is { } caller
            ? Rate((caller.Kind, caller.Id), caller.Kind == CallerKind.Key ? limits.PerKey : limits.PerPerson)
            : RateLimitPartition.GetNoLimiter((CallerKind.Person, "")));
        _signIns = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            AddressOf(http),
            _ => new() { PermitLimit = limits.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
        _turns = PartitionedRateLimiter.Create<HttpContext, (CallerKind, string)>(http => http.Caller() is { } caller && WaitsItsTurn(caller, http.Request)
            ? RateLimitPartition.GetConcurrencyLimiter((caller.Kind, caller.Id), _ => new() { PermitLimit = limits.WorkedOnAtOnce, QueueLimit = MostWaiting })
            : RateLimitPartition.GetNoLimiter((CallerKind.Person, "")));
    }

    public Task ByAddress(HttpContext http, RequestDelegate next) =>
        Passes(http, _addresses) && (!IsSignIn(http.Request) || Passes(http, _signIns)) ? next(http) : Task.CompletedTask;

    public async Task ByCaller(HttpContext http, RequestDelegate next)
    {
        if (!Passes(http, _callers))
        {
            return;
        }

        using var turn = await _turns.AcquireAsync(http, 1, http.RequestAborted);
        if (Passes(http, turn))
        {
            await next(http);
        }
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _callers.Dispose();
        _signIns.Dispose();
        _turns.Dispose();
    }

    /// <summary>False if it was too much; the request is then already answered.</summary>
    private bool Passes(HttpContext http, PartitionedRateLimiter<HttpContext> limiter)
    {
        using var lease = limiter.AttemptAcquire(http);
        return Passes(http, lease);
    }

    private bool Passes(HttpContext http, RateLimitLease lease)
    {
        if (!lease.IsAcquired)
        {
            _metrics.Refused("too-many");
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, Math.Ceiling(after.TotalSeconds)) : 1;
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        return lease.IsAcquired;
    }

    /// <summary>
    /// False for a machine's commands, which are quick and many, and for hub connections, which stay open for hours; both are
    /// counted separately.
    /// </summary>
    private static bool WaitsItsTurn(Caller caller, HttpRequest request) => !request.Path.StartsWithSegments(ProgramPaths.Hub)
        && (caller.Kind != CallerKind.Key || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsImport(request.Path.Value!));

    private static bool IsImport(string path) => path.TrimEnd('/').EndsWith("/imports", StringComparison.OrdinalIgnoreCase);

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && PasswordPages.Any(page => request.Path.StartsWithSegments(page));

    private static string AddressOf(HttpContext http) => Addresses.OwnerOf(http.Connection.RemoteIpAddress);

    private static RateLimitPartition<TKey> Rate<TKey>(TKey key, int aSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = aSecond * AtOnce,
        TokensPerPeriod = aSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });
}

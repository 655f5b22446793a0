using System.Globalization;
using System.Threading.RateLimiting;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>Tells whoever asks too much to wait, so that the others need not: by address before anything is looked up, and by caller after.</summary>
internal sealed class RequestLimits : IDisposable
{
    private const int AtOnce = 10;

    private readonly PartitionedRateLimiter<HttpContext> _addresses;
    private readonly PartitionedRateLimiter<HttpContext> _callers;
    private readonly PartitionedRateLimiter<HttpContext> _signIns;

    public RequestLimits(IOptions<HardeningOptions> options)
    {
        var limits = options.Value.Limits;
        _addresses = PartitionedRateLimiter.Create<HttpContext, string>(http => Rate(AddressOf(http), limits.PerAddress));
        _callers = PartitionedRateLimiter.Create<HttpContext, (CallerKind, string)>(http => http.Caller() is { } caller
            ? Rate((caller.Kind, caller.Id), caller.Kind == CallerKind.Key ? limits.PerKey : limits.PerPerson)
            : RateLimitPartition.GetNoLimiter((CallerKind.Person, "")));
        _signIns = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            AddressOf(http),
            _ => new() { PermitLimit = limits.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    }

    public Task ByAddress(HttpContext http, RequestDelegate next) =>
        Passes(http, _addresses) && (!IsSignIn(http.Request) || Passes(http, _signIns)) ? next(http) : Task.CompletedTask;

    public Task ByCaller(HttpContext http, RequestDelegate next) => Passes(http, _callers) ? next(http) : Task.CompletedTask;

    public void Dispose()
    {
        _addresses.Dispose();
        _callers.Dispose();
        _signIns.Dispose();
    }

    /// <summary>False where that was too much; it is then answered.</summary>
    private static bool Passes(HttpContext http, PartitionedRateLimiter<HttpContext> limiter)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, Math.Ceiling(after.TotalSeconds)) : 1;
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        return lease.IsAcquired;
    }

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/sign-in") || request.Path.StartsWithSegments("/join"));

    private static string AddressOf(HttpContext http) => Addresses.OwnerOf(http.Connection.RemoteIpAddress);

    private static RateLimitPartition<TKey> Rate<TKey>(TKey key, int aSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = aSecond * AtOnce,
        TokensPerPeriod = aSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });
}

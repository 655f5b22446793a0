using System.Text.Json;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Hosting.Api;

/// <summary>
/// Everything that went wrong, as <c>application/problem+json</c>: <c>code</c> is stable and for programs,
/// <c>detail</c> is for a person, <c>field</c> names what is at fault.
/// </summary>
internal static class Problems
{
    public static ProblemDetails Of(Refusal refusal) => Of(StatusOf(refusal.Code), Codes.Of(refusal.Code), refusal.Message, refusal.Field);

    public static ProblemDetails Of(int status, string code, string detail, string? field = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Type = $"urn:capacity-board:{code}",
            Title = code.Replace('-', ' '),
            Detail = detail,
            Extensions = { ["code"] = code },
        };
        if (field is not null)
        {
            problem.Extensions["field"] = field;
        }

        return problem;
    }

    /// <summary>An exception that a caller can do something about; null for any other.</summary>
    /// <param name="body">The type that the request's body was to be read as; null where that is not known.</param>
    public static ProblemDetails? Of(Exception exception, Type? body = null) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => BodyProblems.Of(json, body),
        JsonException json => BodyProblems.Of(json, body),
        BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest and var status } => OfStatus(status),
        BadHttpRequestException { Message: var message } when message.Contains("from body", StringComparison.Ordinal) || message.Contains("no body", StringComparison.Ordinal) =>
            Of(400, "no-body", "The body is missing: send a JSON object; see /openapi/v1.json for what is in it."),
        BadHttpRequestException bad => Of(bad.StatusCode, "bad-request", bad.Message),
        // Its own message is for whoever runs the server: it names files and databases.
        JournalUnavailableException => Of(
            503, "journal-unavailable", "The board cannot read or record anything at the moment. Try again in a few seconds: what was sent is done once, however often it is sent."),
        GrainsUnavailableException unavailable => Of(503, "grains-unavailable", unavailable.Message),
        _ => null,
    };

    /// <summary>What a status says that came without words.</summary>
    public static ProblemDetails OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Of(status, "sign-in-needed", "Say who you are: sign in, or send a key as Authorization: Bearer cbk_…. A key that has expired or was revoked is none."),
        StatusCodes.Status403Forbidden => Of(status, "not-allowed", "You may not do that here. Whoever administers your locality can give you the role for it."),
        StatusCodes.Status429TooManyRequests => Of(status, "too-many-requests", "That is more than anybody may ask in so short a time; wait as long as Retry-After says and try again."),
        StatusCodes.Status404NotFound => Of(status, "not-found", "There is nothing at this address; see /openapi/v1.json for what there is."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address does not take that method; see /openapi/v1.json for what it takes."),
        StatusCodes.Status408RequestTimeout => Of(status, "too-slow", "The body came too slowly to wait for. Sending the same request again is safe."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "too-large", "The body is too large; at most 64 KB are allowed here, and 64 MB for an import. Keep only the rows of the area that you import."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "wrong-content-type", "Send the body as JSON with Content-Type: application/json."),
        >= StatusCodes.Status500InternalServerError => Of(status, "server-fault", "The server failed to answer; its log says why. Sending the same request again is safe."),
        _ => Of(status, "bad-request", "The request cannot be answered; see /openapi/v1.json for what is expected."),
    };

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.UnknownSite or RefusalCode.UnknownBedLine or RefusalCode.UnknownHold or RefusalCode.UnknownExpectedVacancy
            or RefusalCode.UnknownSuspension or RefusalCode.UnknownStay => StatusCodes.Status404NotFound,
        RefusalCode.Invalid or RefusalCode.NotForThisKind or RefusalCode.NumbersDoNotAddUp or RefusalCode.OperationReused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>Answers whatever went wrong on the API's paths, whatever the caller says that it accepts.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiServices.IsApi(httpContext))
        {
            return false;
        }

        var body = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var problem = Problems.Of(exception, body);
        if (problem is null)
        {
            LogFailed(exception, httpContext.Request.Method, httpContext.Request.Path);
        }
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            LogUnavailable(httpContext.Request.Method, httpContext.Request.Path, exception.Message);
            httpContext.Response.Headers.RetryAfter = "5";
        }

        await TypedResults.Problem(problem ?? Problems.OfStatus(StatusCodes.Status500InternalServerError)).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} could not be answered")]
    private partial void LogFailed(Exception exception, string method, string path);

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} was answered with 503. {Why}")]
    private partial void LogUnavailable(string method, string path, string why);
}

using System.Text.Json;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Api;

/// <summary>
/// All errors as <c>application/problem+json</c>: <c>code</c> is stable and for programs, <c>detail</c> is for people,
/// <c>field</c> names what is at fault.
/// </summary>
internal static class Problems
{
    public static ProblemDetails Of(Refusal refusal) => Of(StatusOf(refusal.Code), Codes.Of(refusal.Code), refusal.Next is { } next ? $"{refusal.Message} {next}" : refusal.Message, refusal.Field);

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

    /// <summary>A problem for an exception that the caller can do something about; null for any other.</summary>
    /// <param name="body">The type that the request's body was read as; null if not known.</param>
    public static ProblemDetails? Of(Exception exception, Type? body = null) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => BodyProblems.Of(json, body),
        JsonException json => BodyProblems.Of(json, body),
        BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest and var status } => OfStatus(status),
        BadHttpRequestException { Message: var message } when message.Contains("from body", StringComparison.Ordinal) || message.Contains("no body", StringComparison.Ordinal) =>
            Of(400, "no-body", "The body is missing. Send a JSON object as described in /openapi/v1.json."),
        BadHttpRequestException bad => Of(bad.StatusCode, "bad-request", bad.Message),
        // The exception's own message names files and databases and is for operators.
        JournalUnavailableException => Of(
            503, "journal-unavailable", "The board cannot read or save anything at the moment. Try again in a few seconds. It is safe to send the same command again."),
        GrainsUnavailableException unavailable => Of(503, "grains-unavailable", unavailable.Message),
        _ => null,
    };

    /// <summary>The problem for a status that has no body.</summary>
    public static ProblemDetails OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Of(status, "sign-in-needed", "Sign in, or send a key as Authorization: Bearer cbk_…. An expired or revoked key does not work."),
        StatusCodes.Status403Forbidden => Of(status, "not-allowed", "You do not have permission to do this. Ask your locality's administrator for the role you need."),
        StatusCodes.Status429TooManyRequests => Of(status, "too-many-requests", "Too many requests. Wait for the time in Retry-After, then try again."),
        StatusCodes.Status404NotFound => Of(status, "not-found", "There is nothing at this address. See /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address does not accept that method. See /openapi/v1.json."),
        StatusCodes.Status408RequestTimeout => Of(status, "too-slow", "The body took too long to arrive. It is safe to send the same request again."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "too-large", "The body is too large. The limit is 64 KB, or 64 MB for an import. For an import, keep only the rows for the area you are importing."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "wrong-content-type", "Send the body as JSON with Content-Type: application/json."),
        >= StatusCodes.Status500InternalServerError => Of(status, "server-fault", "Something went wrong on the server. Its log says why. It is safe to send the same request again."),
        _ => Of(status, "bad-request", "The request is not valid. See /openapi/v1.json."),
    };

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.UnknownSite or RefusalCode.UnknownBedLine or RefusalCode.UnknownHold or RefusalCode.UnknownExpectedVacancy
            or RefusalCode.UnknownSuspension or RefusalCode.UnknownStay or RefusalCode.UnknownEnquiry or RefusalCode.UnknownAssessment or RefusalCode.UnknownOffer => StatusCodes.Status404NotFound,
        RefusalCode.Invalid or RefusalCode.NotForThisKind or RefusalCode.NumbersDoNotAddUp or RefusalCode.OperationReused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>Answers every exception on the API's paths with a problem document, whatever the client accepts.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ProgramPaths.IsApi(httpContext))
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

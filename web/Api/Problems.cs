using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Api;

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
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        JsonException json => OfJson(json),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Of(413, "too-large", "The body is too large; at most 64 KB are allowed here, and 64 MB for an import."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            Of(415, "wrong-content-type", "Send the body as JSON with Content-Type: application/json."),
        BadHttpRequestException bad => Of(bad.StatusCode, "bad-request", bad.Message),
        JournalUnavailableException unavailable => Of(503, "journal-unavailable", unavailable.Message),
        _ => null,
    };

    private static ProblemDetails OfJson(JsonException json)
    {
        var field = json.Path?.TrimStart('$').TrimStart('.');
        var where = string.IsNullOrEmpty(field) ? null : field;
        var what = json.Message.Split(" Path: ")[0];
        var detail = what switch
        {
            _ when what.Contains("could not be mapped", StringComparison.Ordinal) => $"'{where}' is not a field of this command; check its spelling.",
            _ when what.Contains("missing required properties", StringComparison.Ordinal) =>
                $"Needed and not given: {what[(what.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}",
            _ when what.Contains("could not be converted", StringComparison.Ordinal) => $"'{where}' is not of the right form: {FormOf(what)}.",
            _ when where is null => "The body is not one JSON object; see /openapi/v1.json for what is expected.",
            _ => $"'{where}': {what}",
        };
        return Of(StatusCodes.Status400BadRequest, "bad-json", detail, where);
    }

    private static string FormOf(string message) => message switch
    {
        _ when message.Contains("Int32", StringComparison.Ordinal) => "a whole number is needed",
        _ when message.Contains("DateOnly", StringComparison.Ordinal) => "a date is needed, as 2026-01-31",
        _ when message.Contains("System.String", StringComparison.Ordinal) => "a text is needed",
        _ when message.Contains("Immutable", StringComparison.Ordinal) => "a list is needed",
        _ => "see /openapi/v1.json",
    };

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.UnknownSite or RefusalCode.UnknownBedLine or RefusalCode.UnknownHold or RefusalCode.UnknownExpectedVacancy
            or RefusalCode.UnknownSuspension or RefusalCode.UnknownStay => StatusCodes.Status404NotFound,
        RefusalCode.Invalid or RefusalCode.NotForThisKind or RefusalCode.NumbersDoNotAddUp => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>Answers an exception that a caller can do something about, on the API's paths.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || Problems.Of(exception) is not { } problem)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "5";
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }
}

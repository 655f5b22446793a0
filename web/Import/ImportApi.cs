using System.ComponentModel;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CapacityBoard.Import;

/// <summary>Imports a directory by <c>POST /localities/{locality}/imports</c> with the CSV as the body.</summary>
internal static class ImportApi
{
    private const string Csv = "text/csv";

    public static void MapImports(this IEndpointRouteBuilder api) => api
        .MapPost("/localities/{locality}/imports", Import)
        .WithTags("import")
        .WithSummary("Imports a CSV directory of homes from Trafford Data Lab or the Care Quality Commission.")
        .WithDescription(
            "Every row is checked before anything is saved. Importing the same file again changes nothing. "
            + $"At most {ImportLimits.LargestFileInWords}, {ImportLimits.MostRows:N0} rows, and {ImportLimits.MostRowsOfAnArea:N0} rows for one area. One import at a time into a locality. "
            + "With Accept: application/x-ndjson, returns progress lines, then a last line with the report or the problem.")
        .WithMetadata(new RequestSizeLimitAttribute(ImportLimits.LargestFile))
        .Produces<ImportReport>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer(DescribeBody);

    /// <summary>A problem in the API's form, with the areas to choose from and the refused rows.</summary>
    public static ProblemDetails ProblemOf(ImportProblem problem)
    {
        var details = Problems.Of(StatusOf(problem.Code), Codes.Of(problem.Code), problem.Message);
        if (!problem.Areas.IsEmpty)
        {
            details.Extensions["areas"] = problem.Areas;
        }

        if (problem.Report is not null)
        {
            details.Extensions["report"] = problem.Report;
        }

        return details;
    }

    private static int StatusOf(ImportProblemCode code) => code switch
    {
        ImportProblemCode.ImportRunning => StatusCodes.Status409Conflict,
        ImportProblemCode.FileTooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static async Task<IResult> Import(
        string locality, [AsParameters] ImportParameters parameters, HttpContext http, DirectoryImport import, AccessLog log, CancellationToken token)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Problem(Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, "wrong-content-type", $"Send the directory as the body, with Content-Type: {Csv}."));
        }

        var request = parameters.RequestFor(locality, http.Caller()!.Name);
        if (await ReadBody(http, token) is not { } file)
        {
            return TypedResults.Problem(ProblemOf(ImportProblem.OfLargeFile()));
        }

        await (request.DryRun ? Task.CompletedTask : log.Write(http, Acts.ImportSent, request.Slug));
        if (http.Request.Headers.Accept.Any(accepted => accepted?.Contains(ImportStream.ContentType, StringComparison.OrdinalIgnoreCase) == true))
        {
            return new ImportStream(progress => import.Run(request, file, progress, token));
        }

        var answer = await import.Run(request, file, token: token);
        return answer.Problem is { } problem ? TypedResults.Problem(ProblemOf(problem)) : TypedResults.Ok(answer.Report);
    }

    /// <summary>The body as a file that is deleted once the request is answered; null if it is too large.</summary>
    private static async Task<Stream?> ReadBody(HttpContext http, CancellationToken token)
    {
        try
        {
            var file = await BufferedFile.Of(http.Request.Body, token);
            http.Response.RegisterForDisposeAsync(file);
            return file;
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static Task DescribeBody(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken token)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { [Csv] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
        };
        return Task.CompletedTask;
    }

    private sealed record ImportParameters(
        [property: FromQuery(Name = "area"), Description("The area in the file to import into the locality. Needed if the file has more than one.")] string? Area,
        [property: FromQuery(Name = "dryRun"), Description("Reports what an import would do and changes nothing.")] bool? DryRun,
        [property: FromQuery(Name = "skipBadRows"), Description("Skips refused rows and imports the rest.")] bool? SkipBadRows,
        [property: FromHeader(Name = "Idempotency-Key"), Description("An ID for this import, at most 80 characters. Created for you if not given.")]
        string? IdempotencyKey)
    {
        public ImportRequest RequestFor(string locality, string by) => new(
            locality,
            Area,
            DryRun == true,
            SkipBadRows == true,
            string.IsNullOrWhiteSpace(IdempotencyKey) ? null : IdempotencyKey,
            by);
    }
}

using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>Sends a directory to a running server and follows its progress.</summary>
internal static class ImportUpload
{
    /// <summary>
    /// Where the command line finds the key for another server. It is not an argument, since others on the machine can read
    /// those.
    /// </summary>
    public const string KeyVariable = "CAPACITY_BOARD_KEY";

    /// <param name="key">A key of an administrator of the locality.</param>
    public static async Task<ImportAnswer> Send(
        Uri server, string key, ImportRequest request, Stream file, IProgress<ImportProgress> progress, CancellationToken token)
    {
        if (file.Length > ImportLimits.LargestFile)
        {
            return ImportProblem.OfLargeFile();
        }

        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var message = MessageFor(key, request, file);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
            await using var body = await response.Content.ReadAsStreamAsync(token);
            return response.Content.Headers.ContentType?.MediaType switch
            {
                ImportStream.ContentType => await Follow(body, progress, token),
                "application/problem+json" => (await JsonSerializer.DeserializeAsync<Problem>(body, DomainJson.Options, token))!.ToProblem(),
                _ => new ImportProblem(
                    ImportProblemCode.Unavailable,
                    $"{server} answered with status {(int)response.StatusCode} and no report. Check that a capacity board runs there."),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            return new ImportProblem(
                ImportProblemCode.Unavailable, $"The server at {server} did not accept the import: {failure.Message} It is safe to import again.");
        }
    }

    private static HttpRequestMessage MessageFor(string key, ImportRequest request, Stream file)
    {
        var query = QueryString
            .Create("dryRun", request.DryRun ? "true" : "false")
            .Add("skipBadRows", request.SkipBadRows ? "true" : "false");
        if (request.Area is { } area)
        {
            query = query.Add("area", area);
        }

        return new(HttpMethod.Post, $"api/localities/{request.Slug}/imports{query}")
        {
            Content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
            Headers =
            {
                { "Accept", ImportStream.ContentType },
                { "Authorization", $"Bearer {key}" },
                { "Idempotency-Key", request.Id },
            },
        };
    }

    private static async Task<ImportAnswer> Follow(Stream body, IProgress<ImportProgress> progress, CancellationToken token)
    {
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(token) is { } text)
        {
            var line = JsonSerializer.Deserialize<Line>(text, DomainJson.Options)!;
            if (line.Progress is { } step)
            {
                progress.Report(step);
            }
            else if (line.Report is { } report)
            {
                return report;
            }
            else if (line.Problem is { } problem)
            {
                return problem.ToProblem();
            }
        }

        return new ImportProblem(ImportProblemCode.Unavailable, "The connection ended before the import finished. It is safe to import again.");
    }

    private sealed record Line(ImportProgress? Progress = null, ImportReport? Report = null, Problem? Problem = null);

    private sealed record Problem(string? Code = null, string? Detail = null, ImmutableArray<AreaCount> Areas = default, ImportReport? Report = null)
    {
        public ImportProblem ToProblem() => new(
            Codes.TryParse<ImportProblemCode>(Code, out var code) ? code : ImportProblemCode.Unavailable,
            Detail ?? Code ?? "The server gave no reason.",
            Areas.IsDefault ? [] : Areas,
            Report);
    }
}

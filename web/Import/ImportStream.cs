using System.Text.Json;
using System.Threading.Channels;
using CapacityBoard.Api;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Import;

/// <summary>An import's progress as one JSON object per line, ending with its report or problem.</summary>
internal sealed class ImportStream(Func<IProgress<ImportProgress>, Task<ImportAnswer>> import) : IResult
{
    public const string ContentType = "application/x-ndjson";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        var lines = Channel.CreateUnbounded<Line>(new() { SingleReader = true });
        var running = Run(lines.Writer);
        await foreach (var line in lines.Reader.ReadAllAsync(httpContext.RequestAborted))
        {
            await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, DomainJson.Options), httpContext.RequestAborted);
            await response.Body.WriteAsync("\n"u8.ToArray(), httpContext.RequestAborted);
            if (!lines.Reader.TryPeek(out _))
            {
                await response.Body.FlushAsync(httpContext.RequestAborted);
            }
        }

        await running;
    }

    private async Task Run(ChannelWriter<Line> lines)
    {
        try
        {
            var answer = await import(new Lines(lines));
            lines.TryWrite(answer.Problem is { } problem ? new(Problem: ImportApi.ProblemOf(problem)) : new(Report: answer.Report));
        }
        catch (Exception exception) when (Problems.Of(exception) is { } problem)
        {
            lines.TryWrite(new(Problem: problem));
        }
        finally
        {
            lines.Complete();
        }
    }

    private sealed record Line(ImportProgress? Progress = null, ImportReport? Report = null, ProblemDetails? Problem = null);

    private sealed class Lines(ChannelWriter<Line> lines) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => lines.TryWrite(new(Progress: value));
    }
}

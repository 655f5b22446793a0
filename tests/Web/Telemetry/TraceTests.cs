using CapacityBoard.Fuzz;
using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Telemetry;

/// <summary>What a server exports by OTLP: its listener hears every server of this process.</summary>
[Collection(nameof(Alone))]
public sealed class TraceTests
{
    [Fact]
    public async Task GivenExporter_WhenAHomeDeclares_ThenOneTraceLeadsFromTheRequestThroughGrainAndAppendToThePush()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var board = new TestBoard
        {
            Settings =
            {
                ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"{receiver.Address}v1/traces",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            },
        };
        await board.InitializeAsync();
        var home = await board.CareHome("the-limes");
        await using var screen = await board.ScreenShowing(2);

        (await board.Declare(home, 10, 7)).ThenAccepted();

        await screen.Until(shown => shown.Copy.Version == 3, "version 3");
        await Deadline.Until(() => TraceOf(receiver).Any(span => span.Name == "push"), "the push is exported");
        var trace = TraceOf(receiver);
        TestContext.Current.TestOutputHelper?.WriteLine(OtlpSpan.Tree(trace));
        var push = trace.Single(span => span.Name == "push");
        var append = trace.Single(span => span.Name == "append");
        var grain = trace.Single(span => span.Id == append.Parent);
        grain.Name.ShouldContain("Execute");
        Ancestors(grain, trace)[^1].Name.ShouldBe("POST /api/localities/{locality}/care-homes/{site}/declare-vacancies");
        Ancestors(push, trace)[^1].ShouldBe(Ancestors(append, trace)[^1]);
        trace.ShouldAllBe(span => span.Service == "capacity-board-web");
        receiver.Signals.ShouldBe(["traces"]);
    }

    [Fact]
    public async Task GivenOneEndpointForAll_ThenMetricsTracesAndLogsArrive()
    {
        await using var receiver = await OtlpReceiver.Start();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.Start(ServerProgram.Web("--data", folder.PathOf("data"))
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address.ToString())
            .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        using var http = new HttpClient { BaseAddress = server.Address };

        using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));

        await Deadline.Until(() => receiver.Signals.Order().SequenceEqual(["logs", "metrics", "traces"]), "all three signals arrive");
    }

    /// <summary>The spans of the last declaration's trace that have arrived.</summary>
    private static List<OtlpSpan> TraceOf(OtlpReceiver receiver)
    {
        var spans = receiver.Spans;
        var tap = spans.Where(span => span.Name.EndsWith("/declare-vacancies", StringComparison.Ordinal) && span.Parent.Length == 0).MaxBy(span => span.Begun);
        return [.. spans.Where(span => span.Trace == tap?.Trace)];
    }

    private static List<OtlpSpan> Ancestors(OtlpSpan span, IReadOnlyCollection<OtlpSpan> trace)
    {
        var found = new List<OtlpSpan>();
        for (var each = span; each is not null; each = trace.FirstOrDefault(other => other.Id == each.Parent))
        {
            found.Add(each);
        }

        return found;
    }
}

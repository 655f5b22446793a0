using System.Diagnostics;
using CapacityBoard.Journal;

namespace CapacityBoard.Telemetry;

/// <summary>The spans that the product itself adds to a trace: <c>append</c> and <c>push</c>. Without an exporter none is created.</summary>
internal static class BoardTraces
{
    public const string SourceName = "CapacityBoard";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Covers a command's wait for its turn and its transaction, until it is durable. The transaction may carry others too.</summary>
    public static Activity? StartAppend(Append append) => Source.StartActivity("append")?
        .SetTag("board.site", append.Site.Value)
        .SetTag("board.operation", append.Operation)
        .SetTag("board.events", append.Events.Length);

    /// <summary>Covers a change's way to all screens of a locality, in the trace of the command that made it.</summary>
    public static Activity? StartPush(ActivityContext command, string locality, long version) => Source.StartActivity("push", ActivityKind.Producer, command)?
        .SetTag("board.locality", locality)
        .SetTag("board.version", version);
}

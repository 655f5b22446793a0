using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Telemetry;

/// <summary>
/// All metrics of the product itself, under the meter <see cref="MeterName"/>. Each process reports its own: commands and
/// appends where the grains are; boards, pushes and sign-ins at web nodes. Add them up over the processes, except the gauges
/// of boards (holds, sites), which are the same on every web node.
/// </summary>
/// <remarks>No metric carries a site, a person, an address or an operation, so the number of series does not grow with use.</remarks>
public sealed class BoardMetrics
{
    public const string MeterName = "CapacityBoard";

    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private static readonly InstrumentAdvice<int> Appends = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] };

    private static readonly ConcurrentDictionary<Type, string> CommandNames = new();

    private readonly Meter _meter;
    private readonly Counter<long> _commands;
    private readonly Histogram<double> _appendDuration;
    private readonly Histogram<int> _batchSize;
    private readonly Counter<long> _appendFailures;
    private readonly Histogram<double> _foldDelay;
    private readonly Counter<long> _pushes;
    private readonly Counter<long> _pushBytes;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _feedMessages;
    private Func<long> _journalPosition = () => 0;

    public BoardMetrics(IMeterFactory meters)
        : this(meters.Create(MeterName))
    {
    }

    private BoardMetrics(Meter meter)
    {
        _meter = meter;
        _commands = meter.CreateCounter<long>("board.commands", "{command}", "Commands that grains answered, by kind and outcome.");
        _appendDuration = meter.CreateHistogram("board.journal.append.duration", "s", "From an append's arrival at the journal until it was durable, or failed.", advice: Seconds);
        _batchSize = meter.CreateHistogram("board.journal.batch.size", "{append}", "Appends that one transaction carried.", advice: Appends);
        _appendFailures = meter.CreateCounter<long>("board.journal.append.failures", "{append}", "Appends whose callers were told that they failed.");
        _foldDelay = meter.CreateHistogram("board.fold.delay", "s", "From the decision to the boards of this node.", advice: Seconds);
        _pushes = meter.CreateCounter<long>("board.pushes", "{push}", "Changes of a locality's board, each sent to all screens that watch it.");
        _pushBytes = meter.CreateCounter<long>("board.push.size", "By", "Bytes of pushes, counted once for all screens of one protocol that are sent the same.");
        _signIns = meter.CreateCounter<long>("board.sign_ins", "{attempt}", "Attempts to sign in, by outcome.");
        _messages = meter.CreateCounter<long>("board.messages", "{message}", "Attempts to send messages, by channel and outcome.");
        _feedMessages = meter.CreateCounter<long>("board.feed.messages", "{message}", "Messages of hospitals' own systems, by acknowledgement.");
        _refusals = meter.CreateCounter<long>("board.refusals", "{request}", "Requests and hub calls that were refused for who asked, or for how often.");
    }

    /// <summary>For errands and tests, where nobody reads metrics.</summary>
    public static BoardMetrics Unread { get; } = new(new Meter($"{MeterName}.Unread"));

    /// <param name="outcome">Null if the grain failed to answer.</param>
    public void Commanded(SiteCommand command, Outcome? outcome)
    {
        var result = outcome is null ? "failed" : outcome.Refusal is { } refusal ? Codes.Of(refusal.Code) : "done";
        _commands.Add(1, new("command", NameOf(command)), new("outcome", result));
    }

    /// <summary>Measures an append until disposal, and traces it if traces are exported.</summary>
    internal AppendMeasure Appending(Append append) => new(_appendDuration, BoardTraces.StartAppend(append));

    /// <summary>Records that one transaction of the journal is durable.</summary>
    internal void Recorded(int appends) => _batchSize.Record(appends);

    internal void AppendsFailed(int appends) => _appendFailures.Add(appends);

    /// <param name="position">Returns the position of the last entry that this process knows to be durable.</param>
    internal void ObserveJournal(Func<long> position)
    {
        _journalPosition = position;
        _meter.CreateObservableGauge("board.journal.position", position, "{entry}", "The last entry that this process knows to be durable.");
    }

    /// <param name="ahead">Returns how far this process's clock is ahead of the database's; null while that is not known.</param>
    internal void ObserveClock(Func<TimeSpan?> ahead) => _meter.CreateObservableGauge(
        "board.clock.difference",
        IEnumerable<Measurement<double>> () => ahead() is { } difference ? [new(difference.TotalSeconds)] : [],
        "s",
        "By how much this process's clock is ahead of the database's; negative where it is behind.");

    /// <summary>Records how long after the decision the boards took it in, by the deciding process's clock.</summary>
    public void Folded(TimeSpan delay) => _foldDelay.Record(Math.Max(0, delay.TotalSeconds));

    public void Pushed() => _pushes.Add(1);

    public void PushWritten(int bytes) => _pushBytes.Add(bytes);

    public void SignIn(string outcome) => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="reason">A fixed word or two for each kind: <c>unknown</c>, <c>forbidden</c>, <c>too-many</c>.</param>
    public void Refused(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="channel">A fixed word for each kind: <c>email</c>, <c>push</c>, <c>text</c>.</param>
    /// <param name="outcome">A fixed word for each kind: <c>sent</c>, <c>later</c>, <c>away</c>, <c>refused</c>, <c>unclear</c>.</param>
    public void MessageEnded(string channel, string outcome) => _messages.Add(1, new("channel", channel), new("outcome", outcome));

    /// <param name="acknowledgement">AA, AE or AR.</param>
    public void FeedMessage(string acknowledgement) => _feedMessages.Add(1, new KeyValuePair<string, object?>("acknowledgement", acknowledgement));

    /// <param name="waiting">Returns how many channels of recipients had something due at the last look that could not be sent.</param>
    public void ObserveMessages(Func<int> waiting) =>
        _meter.CreateObservableGauge("board.messages.waiting", waiting, "{channel}", "Addresses and devices with something due that could not be sent yet, at the node that sends.");

    /// <summary>Adds a web node's gauges, which are read whenever metrics are collected.</summary>
    internal void Observe(BoardGauges gauges)
    {
        _meter.CreateObservableGauge("board.fold.position", gauges.Position, "{entry}", "The last entry that this node's boards have folded.");
        _meter.CreateObservableGauge("board.fold.lag", () => Math.Max(0, _journalPosition() - gauges.Position()), "{entry}", "Entries that are durable and not yet folded by this node's boards.");
        _meter.CreateObservableGauge("board.screens", gauges.Screens, "{screen}", "Open connections of screens to this node.");
        _meter.CreateObservableGauge("board.pushes.unsent", gauges.Unsent, "{push}", "Pushes that some screen has not taken in yet.");
        _meter.CreateObservableGauge("board.holds", gauges.Holds, "{hold}", "Open holds, and holds that expired in the last 7 days and were not ended by anyone.");
        _meter.CreateObservableGauge("board.sites", gauges.Sites, "{site}", "Sites by how far their figures can be trusted; stale among them.");
    }

    private static string NameOf(SiteCommand command) =>
        CommandNames.GetOrAdd(command.GetType(), type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

    /// <summary>One append in progress.</summary>
    internal readonly struct AppendMeasure(Histogram<double> duration, Activity? activity) : IDisposable
    {
        private readonly long _begun = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            duration.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds);
            activity?.Dispose();
        }
    }
}

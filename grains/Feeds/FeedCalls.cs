using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Keeps, then makes the board agree, then answers. Calls overlap; those about one person take turns, in the order in which they came. Not for several
/// threads.
/// </summary>
internal sealed class FeedCalls
{
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);

    private readonly HospitalFeed _feed = new();
    private readonly KeyedTurns _turns = new();
    private readonly string _hospital;
    private readonly TimeProvider _clock;
    private readonly FeedLog _log;
    private readonly Settling _settling;
    private DateTimeOffset _forgetAt;

    public FeedCalls(string hospital, IFeedStore store, IJournal journal, ISiteClient sites, TimeProvider clock)
    {
        (_hospital, _clock) = (hospital, clock);
        _settling = new(hospital, _feed, sites, journal, clock);
        _log = new(hospital, store, _feed, _settling);
    }

    /// <summary>Reads what was stored. Comes first, and completes before any other call.</summary>
    public Task Load(CancellationToken token) => _log.Load(token);

    public async Task<FeedAnswer> Receive(AdtMessage message)
    {
        var entry = new FeedEntry(Now, Message: message);
        if (_feed.ReadingOf(entry) is not { } reading)
        {
            return new(FeedVerdict.NotSetUp, "No feed is set up for this hospital.");
        }

        if (reading.Unused is { } unused)
        {
            return new(FeedVerdict.Unused, unused);
        }

        using (await _turns.Take(reading.Statements.SelectMany(ReferencesOf)))
        {
            var touched = _feed.Has(message.Fingerprint()) ? TouchedBy(reading) : await _log.Add(entry);
            await _settling.Settle(touched);
        }

        return AnswerOf(entry);
    }

    public async Task<Refusal?> SetUp(FeedDefinition definition, string by)
    {
        if (definition.Check(_hospital) is { } refusal)
        {
            return refusal;
        }

        if (_feed.Definition is null || !Same(_feed.Definition, definition))
        {
            await Change(new(Now, by, Definition: definition));
        }

        return null;
    }

    public async Task<Refusal?> TakeList(InpatientList list, string by)
    {
        if (_feed.Definition is not { } feed)
        {
            return new(RefusalCode.NotInThatState, "Set up the hospital’s feed first.");
        }

        if (InpatientLists.Check(list, feed, Now) is { } refusal)
        {
            return refusal;
        }

        await Change(new(Now, by, List: list));
        return null;
    }

    public async Task Follow(ImmutableArray<string> references, string by)
    {
        using (await _turns.Take(references))
        {
            await _settling.Settle(Touched.Nothing with { References = Touched.Nothing.References.Union(references) }, by);
        }
    }

    public async Task Dismiss(ImmutableArray<string> messages, string by) => await _log.Add(new(Now, by, Dismissed: messages));

    public async Task Look()
    {
        await _settling.SettleOwed();
        IReadOnlyCollection<long> forgotten = [];
        if (Now >= _forgetAt)
        {
            forgotten = _feed.Forgettable(Now);
            _forgetAt = Now + BetweenForgetting;
        }

        if (forgotten.Count > 0 || _log.Unsettled)
        {
            await _log.Settle(_settling.IsDone, forgotten);
        }
    }

    public FeedView Read() => new(
        _feed.Definition,
        [.. _feed.All.OrderBy(visit => visit.Reference, StringComparer.OrdinalIgnoreCase)],
        _settling.Obstacles,
        [.. _feed.Waiting],
        _feed.LastMessage);

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task Change(FeedEntry entry)
    {
        var touched = await _log.Add(entry);
        using (await _turns.Take(touched.References))
        {
            await _settling.Settle(touched);
        }
    }

    /// <summary>Every reference of a person, so that nobody else has a turn about them under another one.</summary>
    private IEnumerable<string> ReferencesOf(FeedStatement statement) =>
        new[] { statement.Reference, statement.Prior }.OfType<string>().SelectMany(each => _feed.Find(each)?.References ?? [each]);

    private static Touched TouchedBy(FeedReading reading) =>
        new(Touched.Nothing.References.Union(reading.Statements.Select(each => each.Reference)), reading.Bed is { } bed ? [bed.Ward] : []);

    /// <summary>Read again, since the set-up may have changed meanwhile.</summary>
    private FeedAnswer AnswerOf(FeedEntry entry) => _feed.ReadingOf(entry)! switch
    {
        { Waits: { } obstacle } => new(FeedVerdict.Waits, obstacle.ToString()),
        { Statements: var said } when said.Select(each => _settling.Obstacles.GetValueOrDefault(StayReferences.Key(_feed.Find(each.Reference)!.Reference))).FirstOrDefault(each => each is not null) is { } why =>
            new(FeedVerdict.Waits, why),
        _ => new(FeedVerdict.Applied),
    };

    private static bool Same(FeedDefinition one, FeedDefinition other) =>
        one with { Classes = other.Classes, Locations = other.Locations } == other && one.Classes.SequenceEqual(other.Classes) && one.Locations.SequenceEqual(other.Locations);
}

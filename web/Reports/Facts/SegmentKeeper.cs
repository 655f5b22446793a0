using System.Collections.Concurrent;
using System.Threading.Channels;
using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// Keeps the facts of localities' entries, segment by segment, as soon as there are enough for the next one. Every node does, and the
/// first to do so is enough.
/// </summary>
internal sealed partial class SegmentKeeper(IFactSegments segments, IJournal journal, SiteReplay replay, FoldProgress progress, TimeProvider clock, ILogger<SegmentKeeper> log)
    : BackgroundService, IProjection
{
    /// <summary>How many entries of a locality one segment holds the facts of: about two days of a busy one.</summary>
    internal int EntriesInSegment { get; init; } = 4096;

    /// <summary>A segment is also due for the sake of the entries of other localities that are read past.</summary>
    private const int PositionsInSegment = 250_000;

    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Tail> _tails = new(StringComparer.Ordinal);
    private readonly Channel<string> _due = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The other localities that have, or had, people of a locality.</summary>
    /// <exception cref="JournalUnavailableException">The segments cannot be read now.</exception>
    public async Task<IReadOnlyList<string>> Naming(string home, CancellationToken token)
    {
        await _known.Task.WaitAsync(token);
        var kept = await segments.Naming(home, FactCodec.Shape, token);
        return [.. kept.Concat(_tails.Where(tail => tail.Value.Homes.ContainsKey(home)).Select(tail => tail.Key)).Where(locality => locality != home).Distinct()];
    }

    public void Begin(PastSite site, DateTimeOffset began) => _tails.TryAdd(site.Site.Key.Locality, new());

    public void Fold(FoldedEntry folded)
    {
        var locality = folded.Entry.Site.Locality;
        var tail = _tails.GetOrAdd(locality, _ => new());
        tail.Note(folded.Entry);
        if (Interlocked.Increment(ref tail.Entries) == EntriesInSegment)
        {
            _due.Writer.TryWrite(locality);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await progress.CaughtUp.WaitAsync(stoppingToken);
        await Parallel.ForEachAsync(_tails.Keys, stoppingToken, async (locality, stop) => await UntilRead(locality, Begin, stop));
        _known.TrySetResult();
        await foreach (var locality in _due.Reader.ReadAllAsync(stoppingToken))
        {
            await UntilRead(locality, Keep, stoppingToken);
        }
    }

    /// <summary>Tries again for as long as the journal cannot be read or written, or another node has kept a segment meanwhile.</summary>
    private async Task UntilRead(string locality, Func<string, Tail, CancellationToken, Task<bool>> read, CancellationToken token)
    {
        while (true)
        {
            try
            {
                if (await read(locality, _tails[locality], token))
                {
                    return;
                }
            }
            catch (JournalUnavailableException unavailable)
            {
                LogNotKept(unavailable, locality);
                await Task.Delay(BeforeAgain, clock, token);
            }
        }
    }

    /// <summary>Notes whose people the entries since the last segment name. If there are enough for a segment, it is kept.</summary>
    private async Task<bool> Begin(string locality, Tail tail, CancellationToken token)
    {
        var (after, read) = (await LastPosition(locality, token), progress.Position);
        var entries = await journal.ReadLocality(locality, after, EntriesInSegment, token);
        if (entries.Count == EntriesInSegment || read - after >= PositionsInSegment)
        {
            return await Keep(locality, tail, token);
        }

        foreach (var entry in entries)
        {
            tail.Note(entry);
        }

        Interlocked.Exchange(ref tail.Entries, entries.Count);
        return true;
    }

    /// <summary>Keeps what is due of a locality, and notes whose people the rest names.</summary>
    /// <returns>False where another node has kept a segment meanwhile.</returns>
    private async Task<bool> Keep(string locality, Tail tail, CancellationToken token)
    {
        var (after, read) = (await LastPosition(locality, token), progress.Position);
        // A newer version may read what this one cannot, so nothing is kept from there on.
        var (facts, entries, isComplete) = (new List<Fact>(), 0, true);
        await foreach (var folded in replay.After(locality, after, token))
        {
            tail.Note(folded.Entry);
            facts.AddRange(EntryFacts.Of(folded));
            entries++;
            isComplete &= folded.After?.Unreadable is null;
            if (entries == EntriesInSegment && isComplete)
            {
                if (!await segments.Add(Segment(locality, after, folded.Entry.Position, facts), token))
                {
                    return false;
                }

                after = folded.Entry.Position;
                facts.Clear();
                entries = 0;
            }
        }

        if (isComplete && read - after >= PositionsInSegment)
        {
            return await segments.Add(Segment(locality, after, read, facts.FindAll(fact => fact.Position <= read)), token) && await Begin(locality, tail, token);
        }

        Interlocked.Exchange(ref tail.Entries, entries);
        return true;
    }

    private async Task<long> LastPosition(string locality, CancellationToken token) =>
        (await segments.LastPositions(FactCodec.Shape, token)).GetValueOrDefault(locality);

    private static FactSegment Segment(string locality, long after, long last, List<Fact> facts) => new(
        locality, FactCodec.Shape, after, last, [.. facts.Select(HomeIn).OfType<string>().Where(home => home != locality).Distinct()], FactCodec.Write(facts));

    private static string? HomeIn(Fact fact) => fact switch
    {
        ArrivalFact arrival => arrival.Home,
        CorrectionFact correction => correction.Home,
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "The facts of {Locality} could not be kept for reports; tried again in half a minute")]
    private partial void LogNotKept(Exception exception, string locality);

    /// <summary>What a locality has recorded since its last segment.</summary>
    private sealed class Tail
    {
        public int Entries;

        /// <summary>The home localities that entries since the last segment have named, and some of before.</summary>
        public ConcurrentDictionary<string, bool> Homes { get; } = new(StringComparer.Ordinal);

        public void Note(JournalEntry entry)
        {
            var home = entry.Event switch
            {
                StayAdmitted e => e.Stay.HomeLocality,
                TransferAccepted e => e.Stay.HomeLocality,
                StayCorrected e => e.HomeLocality,
                _ => null,
            };
            if (home is not null)
            {
                Homes.TryAdd(home, true);
            }
        }
    }
}

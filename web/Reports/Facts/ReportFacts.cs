using CapacityBoard.Journal;
using CapacityBoard.Projections;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// The facts from which reports are counted. A locality's are read when somebody asks: from the segments that are kept, and the entries
/// since. While they are asked for they follow the journal, and then they are let go.
/// </summary>
internal sealed partial class ReportFacts(IFactSegments segments, SegmentKeeper keeper, SiteReplay replay, TimeProvider clock, ILogger<ReportFacts> log) : IProjection
{
    private static readonly TimeSpan KeptUnasked = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly FactBook _book = new();
    private readonly Dictionary<string, AskedLocality> _asked = new(StringComparer.Ordinal);
    private DateTimeOffset _lookedAt;

    /// <summary>What is known of a locality now.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<KnownFacts> Of(string locality, CancellationToken token)
    {
        IReadOnlyList<string> needed = [locality, .. await keeper.Naming(locality, token)];
        while (true)
        {
            await Task.WhenAll(needed.Select(Ask)).WaitAsync(token);
            lock (_gate)
            {
                if (needed.All(_asked.ContainsKey))
                {
                    return _book.Of(locality);
                }
            }
        }
    }

    public void Fold(FoldedEntry folded)
    {
        lock (_gate)
        {
            if (_asked.TryGetValue(folded.Entry.Site.Locality, out var asked))
            {
                asked.Fold(folded, _book);
            }

            LetGo(clock.GetUtcNow());
        }
    }

    /// <summary>Reads a locality's facts, once for all who ask. What could not be read is read again for the next.</summary>
    private Task Ask(string locality)
    {
        lock (_gate)
        {
            if (!_asked.TryGetValue(locality, out var asked) || asked.Read.IsFaulted)
            {
                // It takes what is folded from here on, so that nothing is missed between what is read and what is folded.
                _asked[locality] = asked = new();
                var begun = asked;
                asked.Read = Task.Run(() => Read(locality, begun));
            }

            asked.At = clock.GetUtcNow();
            return asked.Read;
        }
    }

    private async Task Read(string locality, AskedLocality asked)
    {
        var (facts, last) = Kept(locality, await segments.Read(locality, FactCodec.Shape, afterPosition: 0));
        await foreach (var folded in replay.After(locality, last, CancellationToken.None))
        {
            facts.Take(EntryFacts.Of(folded));
            last = folded.Entry.Position;
        }

        lock (_gate)
        {
            _book.Add(locality, facts);
            asked.Follow(last, _book);
        }
    }

    private (LocalityFacts Facts, long Last) Kept(string locality, IReadOnlyList<FactSegment> kept)
    {
        var facts = new LocalityFacts();
        try
        {
            foreach (var segment in kept)
            {
                facts.Take(FactCodec.Read(segment.Data));
            }

            return (facts, kept.Count == 0 ? 0 : kept[^1].Last);
        }
        catch (InvalidDataException damaged)
        {
            LogDamaged(damaged, locality);
            return (new(), 0);
        }
    }

    private void LetGo(DateTimeOffset now)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        _lookedAt = now;
        foreach (var (locality, _) in _asked.Where(each => each.Value.Read.IsCompleted && now - each.Value.At > KeptUnasked).ToList())
        {
            _asked.Remove(locality);
            _book.Remove(locality);
        }
    }

    [LoggerMessage(LogLevel.Error, "The facts that are kept of {Locality} cannot be read, so reports read all its entries. To have them kept anew, empty the table fact_segments")]
    private partial void LogDamaged(Exception exception, string locality);

    /// <summary>A locality whose facts are read, or follow the journal.</summary>
    private sealed class AskedLocality
    {
        private List<FoldedEntry>? _meanwhile = [];

        public Task Read { get; set; } = Task.CompletedTask;

        /// <summary>When it was last asked for.</summary>
        public DateTimeOffset At { get; set; }

        public void Fold(FoldedEntry folded, FactBook book)
        {
            if (_meanwhile is null)
            {
                book.Fold(folded);
            }
            else
            {
                _meanwhile.Add(folded);
            }
        }

        /// <param name="last">The last position that was read; entries up to it are in the book.</param>
        public void Follow(long last, FactBook book)
        {
            foreach (var folded in _meanwhile!.Where(folded => folded.Entry.Position > last))
            {
                book.Fold(folded);
            }

            _meanwhile = null;
        }
    }
}

using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Reports.Facts;

/// <summary>Whatever is kept of the facts, and wherever a node starts, a report is counted from the same.</summary>
public sealed class ReportFactsLaws
{
    [Fact]
    public void GivenAnyHistory_WhenNodesStartInTheMiddleOfIt_ThenTheirFactsAreThoseOfOneThatReadAll() => Law.HoldsForAll(StayActs.Any, async history =>
    {
        var entries = history.Play().Entries;
        var (half, segments) = (entries.Count / 2, new InMemoryFactSegments());
        var journal = await PastBoards.Recorded(entries[..half]);

        await using var first = await Node.Start(journal, segments, half);
        await first.ShouldKnow(entries[..half]);
        entries[half..].ForEach(journal.Take);
        first.Fold(entries, half);
        await first.ShouldKnow(entries);

        await using var second = await Node.Start(journal, segments, entries.Count);
        await second.ShouldKnow(entries);
    });

    [Fact]
    public async Task GivenEntryThatThisVersionCannotRead_ThenNothingIsKeptFromThereOn()
    {
        var localities = new RecordedLocalities(GivenSite.Start);
        var journal = await PastBoards.Recorded(localities.Entries);
        var ward = localities.StateOf(RecordedLocalities.Ward);
        journal.Take(new(
            localities.Entries.Count + 1, ward.Key, ward.Version + 1, localities.Now, "somebody", "newer", new UnreadableEvent("bed-blessed", "A newer version wrote it.")));
        var segments = new InMemoryFactSegments();

        await using var node = await Node.Start(journal, segments, localities.Entries.Count + 1);
        await node.Facts.Of(RecordedLocalities.Locality, default);

        (await segments.LastPositions(FactCodec.Shape)).Values.ShouldAllBe(last => last <= localities.Entries.Count);
    }

    [Fact]
    public async Task GivenSegmentThatIsDamaged_ThenTheEntriesAreRead()
    {
        var localities = new RecordedLocalities(GivenSite.Start);
        var (journal, segments) = (await PastBoards.Recorded(localities.Entries), new InMemoryFactSegments());
        await segments.Add(new(RecordedLocalities.Locality, FactCodec.Shape, 0, 1, [], [1, 2, 3]));

        await using var node = await Node.Start(journal, segments, localities.Entries.Count);

        await node.ShouldKnow(localities.Entries);
    }

    /// <summary>What a node has of facts, with segments of a few entries.</summary>
    private sealed class Node : IAsyncDisposable
    {
        private readonly SiteStates _sites = new();
        private readonly SegmentKeeper _keeper;

        private Node(SegmentKeeper keeper, ReportFacts facts) => (_keeper, Facts) = (keeper, facts);

        public ReportFacts Facts { get; }

        public static async Task<Node> Start(InMemoryJournal journal, InMemoryFactSegments segments, long last)
        {
            var (replay, progress) = (new SiteReplay(journal), new FoldProgress(journal, TimeProvider.System));
            var keeper = new SegmentKeeper(segments, journal, replay, progress, TimeProvider.System, NullLogger<SegmentKeeper>.Instance) { EntriesInSegment = 5 };
            var node = new Node(keeper, new(segments, keeper, replay, TimeProvider.System, NullLogger<ReportFacts>.Instance));
            foreach (var locality in RecordedLocalities.Everywhere.Select(key => key.Locality).Distinct())
            {
                foreach (var site in (await replay.At(locality, PastPoint.AtVersion(last), default)).Sites)
                {
                    node._sites.Begin(site.Site);
                    keeper.Begin(site, default);
                }
            }

            progress.CatchUp();
            await keeper.StartAsync(default);
            return node;
        }

        public void Fold(List<JournalEntry> entries, int from)
        {
            foreach (var folded in entries[from..].ConvertAll(_sites.Fold))
            {
                _keeper.Fold(folded);
                Facts.Fold(folded);
            }
        }

        public async Task ShouldKnow(List<JournalEntry> entries)
        {
            var (book, sites) = (new FactBook(), new SiteStates());
            entries.ForEach(entry => book.Fold(sites.Fold(entry)));
            foreach (var locality in RecordedLocalities.Everywhere.Select(key => key.Locality).Distinct())
            {
                var (known, expected) = (await Facts.Of(locality, default), book.Of(locality));
                TakenFacts.Words(known).ShouldBe(TakenFacts.Words(expected));
                known.Elsewhere.Select(stay => stay.Reference).ShouldBe(expected.Elsewhere.Select(stay => stay.Reference));
                known.Places.Select(known.NameOf).ShouldBe(expected.Places.Select(expected.NameOf));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _keeper.StopAsync(default);
            _keeper.Dispose();
        }
    }
}

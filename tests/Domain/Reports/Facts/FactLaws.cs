using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Reports.Facts;

/// <summary>Facts that were stored and read again say all that they said before.</summary>
public sealed class FactLaws
{
    [Fact]
    public void GivenAnyHistory_WhenItsFactsAreStoredInSegmentsOfAnyLength_ThenTheHistoriesReadFromThemAreTheSame() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        foreach (var locality in RecordedLocalities.Everywhere.Select(key => key.Locality).Distinct())
        {
            var facts = TakenFacts.Of(localities.Entries, locality);
            var lengths = history.Acts.Select(act => 1 + (act.B * act.B)).ToList();

            var read = Segments(facts, [.. lengths, int.MaxValue]).SelectMany(segment => FactCodec.Read(FactCodec.Write(segment))).ToList();

            read.ShouldBe(facts);
            TakenFacts.Words(read).ShouldBe(TakenFacts.Words(localities.Book.Of(locality)));
        }
    });

    [Fact]
    public void GivenAnyNonsense_WhenItsFactsAreStored_ThenTheHistoriesReadFromThemAreTheSame() => Law.HoldsForAll(Nonsense.Any, events =>
    {
        var key = GivenSite.KeyOf(SiteKind.Ward);
        var entries = events.Prepend((new SiteRegistered(GivenSite.DetailsOf(SiteKind.Ward)), GivenSite.Start))
            .Select((each, index) => new JournalEntry(index + 1, key, index + 1, each.Item2, "somebody", "operation", each.Item1));
        var facts = TakenFacts.Of(entries, key.Locality);

        var read = FactCodec.Read(FactCodec.Write(facts));

        read.ShouldBe(facts);
        TakenFacts.Words(read).ShouldBe(TakenFacts.Words(facts));
    });

    [Fact]
    public void GivenTimesBetweenMilliseconds_WhenStored_ThenTheyAreReadToTheTick()
    {
        var recorded = new Recorded(7, GivenSite.Start.AddTicks(3), RecordedLocalities.Ward);
        Fact[] facts =
        [
            new CorrectionFact(recorded, "S-1", GivenSite.Start.AddTicks(1), null),
            new DischargeFact(recorded with { Position = 8, At = GivenSite.Start.AddDays(400) }, "S-1", GivenSite.Start.AddTicks(9_999_999), default),
        ];

        FactCodec.Read(FactCodec.Write(facts)).ShouldBe(facts);
    }

    [Fact]
    public void GivenNoFacts_WhenStored_ThenNoneAreRead() => FactCodec.Read(FactCodec.Write([])).ShouldBeEmpty();

    private static IEnumerable<Fact[]> Segments(List<Fact> facts, IEnumerable<int> lengths)
    {
        var from = 0;
        foreach (var length in lengths.TakeWhile(_ => from < facts.Count))
        {
            var to = (int)Math.Min(facts.Count, (long)from + length);
            yield return [.. facts[from..to]];
            from = to;
        }
    }
}

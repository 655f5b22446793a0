using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

/// <summary>Who is where depends on which messages came, and on nothing else.</summary>
public sealed class CensusLaws
{
    public static TheoryData<string> Sequences() => [.. FeedSequence.All.Select(each => each.Title)];

    [Fact]
    public void There_are_200_different_sequences_with_every_event()
    {
        FeedSequence.All.Select(each => each.Title).Distinct().Count().ShouldBe(200);
        string[] named =
        [
            "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A11", "A12", "A13", "A15", "A16", "A17", "A20", "A21", "A22", "A25", "A26", "A27", "A40", "A45", "A47",
        ];
        named.Except(FeedSequence.All.SelectMany(each => each.Lines).Select(line => line.Event)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void The_census_is_as_stated_in_every_order(string title)
    {
        var sequence = FeedSequence.All.Single(each => each.Title == title);
        foreach (var order in Permutations.Of(sequence.Lines, 120, seed: title.Length))
        {
            var feed = new HospitalFeed();
            feed.Take(new(1, new(FeedSequence.Evening, "test", Definition: FeedSequence.Definition)));
            foreach (var (index, line) in order.Index())
            {
                feed.Take(new(index + 2, new(FeedSequence.Evening, Message: line.Message())));
            }

            Census.ShouldBe(sequence, feed.Find, feed.Waiting.Count());
        }
    }
}

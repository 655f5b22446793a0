using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

/// <summary>The board's wards are as the hospital's system says, in whatever order its messages come.</summary>
public sealed class BoardAgreesLaws
{
    public static TheoryData<string> Sequences() => [.. FeedSequence.All.Select(each => each.Title)];

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task The_board_is_as_stated_in_many_orders(string title)
    {
        var sequence = FeedSequence.All.Single(each => each.Title == title);
        foreach (var order in Permutations.Of(sequence.Lines, 6, seed: title.Length))
        {
            var given = await new GivenFeed().SetUp();
            foreach (var line in order)
            {
                await given.Calls.Receive(line.Message());
            }

            var view = given.Calls.Read();
            Census.ShouldBe(sequence, reference => view.Census.FirstOrDefault(visit => visit.Is(reference)), await given.ReadWards());
            view.Obstacles.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task The_board_is_as_stated_when_messages_overlap(string title)
    {
        var sequence = FeedSequence.All.Single(each => each.Title == title);
        var given = await new GivenFeed().SetUp();
        await GivenFeed.OneThread(() => Task.WhenAll(sequence.Lines.Select(line => given.Calls.Receive(line.Message()))));
        var view = given.Calls.Read();
        Census.ShouldBe(sequence, reference => view.Census.FirstOrDefault(visit => visit.Is(reference)), await given.ReadWards());
    }
}

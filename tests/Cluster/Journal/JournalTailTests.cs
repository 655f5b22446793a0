using CapacityBoard.Beds;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public sealed class JournalTailTests
{
    private readonly JournalTail _tail = new();

    [Fact]
    public void GivenNothingRecorded_ThenNothingIsKnown() => _tail.After(0, 10).ShouldBeNull();

    [Fact]
    public void GivenEntriesRecorded_ThenThoseAfterAPositionInOrderAndNoneAfterTheLast()
    {
        _tail.Add(Entries(101, 110));

        _tail.After(99, 5).ShouldBeNull("entry 100 was recorded before this process began");
        PositionsAfter(100, 3).ShouldBe([101, 102, 103]);
        PositionsAfter(108, 10).ShouldBe([109, 110]);
        _tail.After(110, 10)!.ShouldBeEmpty();
        _tail.After(111, 10).ShouldBeNull();
    }

    [Fact]
    public void GivenMoreThanAreKept_ThenTheOldestAreNot()
    {
        _tail.Add(Entries(1, 3000));
        _tail.Add(Entries(3001, 6000));

        _tail.After(6000 - 4097, 1).ShouldBeNull();
        PositionsAfter(6000 - 4096, 10_000).ShouldBe(Enumerable.Range(6000 - 4095, 4096).Select(position => (long)position));
    }

    private IEnumerable<long> PositionsAfter(long position, int most) => _tail.After(position, most)!.Select(entry => entry.Position);

    private static IEnumerable<JournalEntry> Entries(long first, long last)
    {
        for (var position = first; position <= last; position++)
        {
            yield return new(position, HomeRequests.Home(), position, Appends.Wednesday, "The Limes", $"op-{position}", new BedsReopened(HomeRequests.Type, 1));
        }
    }
}

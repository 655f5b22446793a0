using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task GivenSegments_WhenAdded_ThenReadInOrderAsWritten()
    {
        (await Segments.Read("stockport", 1, 0)).ShouldBeEmpty();
        FactSegment[] added = [Facts("stockport", 1, 0, 100, "trafford", "high-peak"), Facts("stockport", 1, 100, 250), Facts("stockport", 1, 250, 251, "trafford")];
        foreach (var segment in added.Append(Facts("trafford", 1, 0, 60)))
        {
            (await Segments.Add(segment)).ShouldBeTrue();
        }

        await Reopen();

        Texts(await Segments.Read("stockport", 1, 0)).ShouldBe(Texts(added));
        Texts(await Segments.Read("stockport", 1, 100)).ShouldBe(Texts(added[1..]));
        Texts(await Segments.Read("stockport", 1, 101)).ShouldBe(Texts(added[2..]));
        (await Segments.Read("stockport", 1, 251)).ShouldBeEmpty();
        (await Segments.Read("stockport", 2, 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenSegment_WhenAnotherDoesNotFollowOnIt_ThenRefusedAndNothingIsAdded()
    {
        (await Segments.Add(Facts("stockport", 1, 10, 100))).ShouldBeFalse();
        (await Segments.Add(Facts("stockport", 1, 0, 100))).ShouldBeTrue();

        foreach (var (after, last) in new[] { (0, 100), (0, 200), (99, 200), (101, 200) })
        {
            (await Segments.Add(Facts("stockport", 1, after, last))).ShouldBeFalse();
        }

        Texts(await Segments.Read("stockport", 1, 0)).ShouldBe(Texts([Facts("stockport", 1, 0, 100)]));
    }

    [Fact]
    public async Task GivenSegmentsOfALocality_WhenSeveralAreAddedAtOnce_ThenOneWins()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            var after = turn * 100;
            var added = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => Segments.Add(Facts("stockport", 1, after, after + 100, $"home-{number}")))))
                .Within("all are answered");
            added.Count(each => each).ShouldBe(1);
        }

        (await Segments.Read("stockport", 1, 0)).Select(segment => segment.Last).ShouldBe(Enumerable.Range(1, 10).Select(turn => turn * 100L));
    }

    [Fact]
    public async Task GivenSegmentsThatNameHomes_WhenLookedFor_ThenTheirLocalities()
    {
        await Segments.Add(Facts("stockport", 1, 0, 100, "trafford-east"));
        await Segments.Add(Facts("stockport", 1, 100, 200, "high-peak", "trafford"));
        await Segments.Add(Facts("stockport", 1, 200, 300, "trafford"));
        await Segments.Add(Facts("manchester", 1, 0, 150, "trafford", "stockport"));
        await Segments.Add(Facts("tameside", 1, 0, 150));

        (await Segments.Naming("trafford", 1)).ShouldBe(["manchester", "stockport"]);
        (await Segments.Naming("high-peak", 1)).ShouldBe(["stockport"]);
        (await Segments.Naming("peak", 1)).ShouldBeEmpty();
        (await Segments.Naming("trafford", 2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenSegments_WhenTheirLastPositionsAreRead_ThenOfEachLocalityOfTheShape()
    {
        (await Segments.LastPositions(1)).ShouldBeEmpty();
        await Segments.Add(Facts("stockport", 1, 0, 100));
        await Segments.Add(Facts("stockport", 1, 100, 200));
        await Segments.Add(Facts("trafford", 1, 0, 70));

        (await Segments.LastPositions(1)).ShouldBe(new Dictionary<string, long> { ["stockport"] = 200, ["trafford"] = 70 }, ignoreOrder: true);
        (await Segments.LastPositions(2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenSegmentsOfLowerShapes_WhenOneIsAdded_ThenThoseOfItsLocalityAreDeleted()
    {
        await Segments.Add(Facts("stockport", 1, 0, 100));
        await Segments.Add(Facts("stockport", 3, 0, 50));
        await Segments.Add(Facts("stockport", 1, 0, 100));
        await Segments.Add(Facts("trafford", 1, 0, 70));

        (await Segments.Add(Facts("stockport", 2, 7, 100))).ShouldBeFalse();
        (await Segments.Read("stockport", 1, 0)).Count.ShouldBe(1);

        (await Segments.Add(Facts("stockport", 2, 0, 100))).ShouldBeTrue();
        (await Segments.Read("stockport", 1, 0)).ShouldBeEmpty();
        (await Segments.Read("stockport", 2, 0)).Count.ShouldBe(1);
        (await Segments.Read("stockport", 3, 0)).Count.ShouldBe(1);
        (await Segments.Read("trafford", 1, 0)).Count.ShouldBe(1);
    }

    private static FactSegment Facts(string locality, int shape, long after, long last, params string[] homes) =>
        new(locality, shape, after, last, homes, [.. BitConverter.GetBytes(last)]);

    private static IEnumerable<string> Texts(IEnumerable<FactSegment> segments) => segments.Select(
        each => $"{each.Locality} {each.Shape} {each.After} {each.Last} {string.Join(",", each.Homes)} {Convert.ToHexString(each.Data)}");
}

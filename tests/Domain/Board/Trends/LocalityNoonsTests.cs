using System.Collections.Immutable;
using CapacityBoard.Beds;

namespace CapacityBoard.Board.Trends;

public sealed class LocalityNoonsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly LocalityNoons _noons = new();

    [Theory]
    [InlineData("2026-03-02T11:59:59Z", 1)]
    [InlineData("2026-03-02T12:00:00Z", 2)]
    [InlineData("2026-07-02T10:59:59Z", 1)]
    [InlineData("2026-07-02T11:00:00Z", 2)]
    public void GivenATime_ThenTheLastNoonIsNeverLater(string now, int day)
    {
        var last = LocalityNoons.LastBy(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        last.Day.ShouldBe(day);
    }

    [Fact]
    public void GivenNothingCounted_ThenThereIsNothingToShowAndOnlyOneCounts()
    {
        _noons.UpTo(Monday).Noons.ShouldBeEmpty();

        _noons.Begin(Monday).ShouldNotBeNull().ShouldBe(Enumerable.Range(-27, 28).Select(Monday.AddDays));
        _noons.Begin(Monday).ShouldBeNull();
    }

    [Fact]
    public void WhenCounted_ThenThe28DaysAreShownInOrderAndNothingIsLeftToCount()
    {
        Count(Monday);

        Shown(Monday).ShouldBe((Monday, Monday.AddDays(-27), 28));
        _noons.Begin(Monday).ShouldBeNull();
    }

    [Fact]
    public void GivenANewNoon_ThenThe28DaysBeforeItAreShownUntilItAloneIsCounted()
    {
        Count(Monday);

        Shown(Monday.AddDays(1)).ShouldBe((Monday, Monday.AddDays(-27), 28));
        Count(Monday.AddDays(1)).ShouldBe([Monday.AddDays(1)]);
        Shown(Monday.AddDays(1)).ShouldBe((Monday.AddDays(1), Monday.AddDays(-26), 28));
    }

    [Fact]
    public void GivenThreeDaysWithoutALook_ThenNothingOldIsShownAndThoseThreeAreCounted()
    {
        Count(Monday);

        _noons.UpTo(Monday.AddDays(3)).Noons.ShouldBeEmpty();
        Count(Monday.AddDays(3)).Length.ShouldBe(3);
    }

    [Fact]
    public void GivenAnEntryFromBeforeCountedNoons_ThenThoseAndNoEarlierOnesAreCountedAgain()
    {
        Count(Monday);

        _noons.Fold(LocalityNoons.NoonOf(Monday.AddDays(-1)));

        _noons.UpTo(Monday).Noons.ShouldBeEmpty();
        Count(Monday).ShouldBe([Monday.AddDays(-1), Monday]);
    }

    [Fact]
    public void GivenAnEntryFromAfterTheLastNoon_ThenNothingIsCountedAgain()
    {
        Count(Monday);

        _noons.Fold(LocalityNoons.NoonOf(Monday).AddTicks(1));

        _noons.Begin(Monday).ShouldBeNull();
    }

    [Fact]
    public void GivenAnEntryFromBeforeANoonWhileItIsCounted_ThenTheCountIsNotKept()
    {
        var days = _noons.Begin(Monday).ShouldNotBeNull();
        _noons.Fold(LocalityNoons.NoonOf(Monday));
        _noons.End(days.ToDictionary(day => day, Figures));

        _noons.Begin(Monday).ShouldNotBeNull().Length.ShouldBe(28);
    }

    [Fact]
    public void GivenACountThatFailed_ThenTheNextLookCountsAgain()
    {
        _noons.Begin(Monday);
        _noons.End(new Dictionary<DateOnly, NoonFigures>());

        _noons.Begin(Monday).ShouldNotBeNull().Length.ShouldBe(28);
    }

    /// <summary>Each day's figure is its number, so that a line shows which days it is of.</summary>
    private static NoonFigures Figures(DateOnly day) => new(ImmutableDictionary<BedType, int>.Empty.Add(BedType.StepDown, day.DayNumber), null, null);

    private ImmutableArray<DateOnly> Count(DateOnly last)
    {
        var days = _noons.Begin(last).ShouldNotBeNull();
        _noons.End(days.ToDictionary(day => day, Figures));
        return days;
    }

    private (DateOnly Last, DateOnly First, int Days) Shown(DateOnly last)
    {
        var (shown, noons) = _noons.UpTo(last);
        noons.Select(noon => noon.Available[BedType.StepDown]).ShouldBe(Enumerable.Range(shown.DayNumber - 27, 28));
        return (shown, DateOnly.FromDayNumber(noons[0].Available[BedType.StepDown]), noons.Length);
    }
}

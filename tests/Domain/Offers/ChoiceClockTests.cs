using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using static CapacityBoard.Offers.GivenOffers;

namespace CapacityBoard.Offers;

/// <summary>Where a person stands in the locality's choice policy.</summary>
public sealed class ChoiceClockTests
{
    private static readonly ChoicePolicy Policy = new();

    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenNoOffer_ThenNoDayCounts() => ChoiceClock.Of(Ward().Site.Stays.Find("S-1")!, Policy, GivenSite.Start).ShouldBeNull();

    [Fact]
    public void GivenOffer_ThenTheLettersAreDueByThePolicyFromItsDay()
    {
        var clock = Clock(Offered(), days: 1);
        (clock.Days, clock.WaitsOn, clock.IsOverdue).ShouldBe((1, WaitsOn.Choice, false));
        clock.Steps.Select(step => step.Due).ShouldBe([Today.AddDays(2), Today.AddDays(5), Today.AddDays(7)]);
        clock.Of(clock.Next!).ShouldBe("First letter: due tomorrow");
        Clock(Offered(), days: 3).IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public void GivenALocalitysOwnDays_ThenTheyDecide() =>
        ChoiceClock.Of(Offered().Site.Stays.Find("S-1")!, new() { FirstLetterDays = 1, SecondLetterDays = 2, InterimDays = 3 }, GivenSite.Start)!.Steps.Select(step => step.Due.DayNumber - Today.DayNumber).ShouldBe([1, 2, 3]);

    [Fact]
    public void GivenTheLettersGiven_ThenTheInterimPlaceIsNext()
    {
        var given = Offered().After(TimeSpan.FromDays(2)).And(new GiveChoiceLetter("S-1", ChoiceLetter.First));
        Clock(given, days: 2).Next!.Letter.ShouldBe(ChoiceLetter.Second);
        given.After(TimeSpan.FromDays(3)).And(new GiveChoiceLetter("S-1", ChoiceLetter.Second));
        Clock(given, days: 5).Next!.ShouldBe(new ChoiceStep(null, Today.AddDays(7), null));
        Clock(given, days: 8).IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public void GivenAcceptedOrNothingLeftToChoose_ThenNoLetterIsDue()
    {
        var accepted = Clock(Offered().And(Accept("oak")), days: 9);
        (accepted.Next, accepted.IsOverdue, accepted.Shown.Any()).ShouldBe((null, false, false));
        Clock(Offered().And(Withdraw("oak")), days: 9).Next.ShouldBeNull();
    }

    [Fact]
    public void GivenAnInterimPlaceFirst_ThenItsDayCounts() => Clock(Ward().And(Offer(Oak, isInterim: true)), days: 4).Days.ShouldBe(4);

    private static ChoiceClock Clock(GivenSite given, int days) => ChoiceClock.Of(given.Site.Stays.Find("S-1")!, Policy, GivenSite.Start.AddDays(days))!;
}

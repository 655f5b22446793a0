using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Work;

/// <summary>What a request for figures is to the site that is asked, and to whoever asks.</summary>
public sealed class FigureMattersTests
{
    private static readonly FreshnessPolicy Policy = new(24, 48);

    [Fact]
    public void GivenFreshFigures_WhenSomebodyAsks_ThenItWaitsForTheSiteAtOnceAndIsDueWhenTheyGoStale()
    {
        var home = Home().After(TimeSpan.FromHours(2));
        PlaceMatters.Of(home.Site, LocalityPolicy.Default, home.Now).ShouldBeEmpty();

        var matter = PlaceMatters.Of(home.And(new RequestFigures(), by: "Callum Reid").Site, LocalityPolicy.Default, home.Now).ShouldHaveSingleItem();

        (matter.Kind, matter.Words).ShouldBe((MatterKind.ConfirmFigures, "Callum Reid asked for your figures at 11:00: are they still right?"));
        (matter.Since, matter.Due, matter.Act!.Command).ShouldBe((home.Now, GivenSite.Start.AddHours(48), new ConfirmUnchanged()));
    }

    [Fact]
    public void GivenSiteWithoutFigures_WhenSomebodyAsks_ThenItIsToDeclareThem()
    {
        var home = GivenSite.CareHome().And(new RequestFigures(), by: "Callum Reid");

        var matter = PlaceMatters.Of(home.Site, LocalityPolicy.Default, home.Now).ShouldHaveSingleItem();

        (matter.Words, matter.Due, matter.Act).ShouldBe(("Callum Reid asked for your figures at 09:00: what is free with you?", null, null));
    }

    [Fact]
    public void GivenSilentHome_WhenTheCommissionerAsks_ThenItIsSaidAndAskedAgainOnlyAfterHalfAnHour()
    {
        var home = Home().After(TimeSpan.FromDays(6));
        var chase = OversightMatters.Of(home.Site, Policy, home.Now).ShouldHaveSingleItem();
        (chase.Kind, chase.Act!.Label).ShouldBe((MatterKind.ChaseFigures, "Ask for an update"));

        home.And(chase.Act.Command, by: "Ellen Walsh");
        var asked = OversightMatters.Of(home.Site, Policy, home.Now).ShouldHaveSingleItem();
        (asked.Act, asked.Words.EndsWith(". Asked by Ellen Walsh at 09:00", StringComparison.Ordinal)).ShouldBe((null, true));

        home.After(TimeSpan.FromMinutes(30));
        OversightMatters.Of(home.Site, Policy, home.Now).ShouldHaveSingleItem().Act!.Label.ShouldBe("Ask again");
    }

    private static GivenSite Home() => GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 4);
}

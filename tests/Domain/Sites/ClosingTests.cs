using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

/// <summary>A site of any kind closes and opens again.</summary>
public sealed class ClosingTests
{
    public static TheoryData<SiteKind> Kinds => [.. Enum.GetValues<SiteKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void GivenSite_WhenClosedAndReopened_ThenItsFiguresAreWhatTheyWere(SiteKind kind)
    {
        var given = Declared(kind);
        var before = given.Site.Capacity;

        given.When(new CloseSite("Home sold"), by: "Commissioners").ThenHappened(new SiteClosed("Home sold"))
            .Site.Closed.ShouldBe(new("Home sold", new(given.Now, "Commissioners")));
        given.After(TimeSpan.FromDays(3)).When(new ReopenSite()).ThenHappened(new SiteReopened()).Site.Closed.ShouldBeNull();

        given.Site.Capacity.ShouldBe(before);
        given.When(new ConfirmUnchanged()).ThenHappened(new UnchangedConfirmed());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void GivenClosedSite_WhenAnythingButReopening_ThenRefused(SiteKind kind)
    {
        var given = Declared(kind).And(new CloseSite("Home sold"));
        SiteCommand[] commands =
        [
            new ConfirmUnchanged(), new DeclareVacancies([new(BedTypes.Of(kind)[0], 5, 0)]), new PlaceHold(BedTypes.Of(kind)[0], "S-1"),
            new SuspendPlacements("Infection"), new AdmitStay("S-1", "1"), new RegisterSite(GivenSite.DetailsOf(kind)),
            new RegisterSite(GivenSite.DetailsOf(kind) with { Name = "Another name" }),
        ];

        foreach (var command in commands)
        {
            given.When(command).ThenRefused(RefusalCode.SiteClosed).Decision.Refusal!.Message.ShouldContain("Home sold. Reopen it first.");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void GivenNoSite_WhenClosedOrReopened_ThenRefused(SiteKind kind)
    {
        GivenSite.Unregistered(kind).When(new CloseSite("Home sold")).ThenRefused(RefusalCode.UnknownSite);
        GivenSite.Unregistered(kind).When(new ReopenSite()).ThenRefused(RefusalCode.UnknownSite);
    }

    [Fact]
    public void GivenClosedSite_WhenClosedAgain_ThenRefused() => Declared(SiteKind.CareHome).And(new CloseSite("Home sold"))
        .When(new CloseSite("Home sold"))
        .ThenRefused(RefusalCode.NotInThatState);

    [Fact]
    public void GivenOpenSite_WhenReopened_ThenRefused() => Declared(SiteKind.CareHome)
        .When(new ReopenSite())
        .ThenRefused(RefusalCode.NotInThatState);

    [Fact]
    public void GivenNoReason_WhenClosed_ThenRefusedByItsField() => Declared(SiteKind.CareHome)
        .When(new CloseSite(" "))
        .ThenRefused(RefusalCode.Invalid, "reason");

    [Theory]
    [InlineData(SiteKind.Ward)]
    [InlineData(SiteKind.IntermediateCareUnit)]
    public void GivenPeople_WhenClosed_ThenRefusedUntilTheyHaveLeft(SiteKind kind)
    {
        var given = Declared(kind).And(new AdmitStay("S-1", "1", BedTypes.Of(kind)[0]));

        given.When(new CloseSite("Refurbishment")).ThenRefused(RefusalCode.StillInUse).Decision.Refusal!.Message.ShouldContain("discharge");

        given.And(new DischargeStay("S-1", Destination.UsualResidence)).When(new CloseSite("Refurbishment")).ThenHappened(new SiteClosed("Refurbishment"));
    }

    [Fact]
    public void GivenHeldBed_WhenClosed_ThenRefusedUntilItIsReleased()
    {
        var given = Declared(SiteKind.CareHome).And(new PlaceHold(BedTypes.Of(SiteKind.CareHome)[0], "S-1"), "hold");

        given.When(new CloseSite("Home sold")).ThenRefused(RefusalCode.StillInUse).Decision.Refusal!.Message.ShouldContain("release");

        given.And(new ReleaseHold("hold", "placed elsewhere")).When(new CloseSite("Home sold")).ThenHappened(new SiteClosed("Home sold"));
    }

    [Fact]
    public void GivenHoldThatRanOut_WhenClosed_ThenItIsNoHindrance() => Declared(SiteKind.CareHome)
        .And(new PlaceHold(BedTypes.Of(SiteKind.CareHome)[0], "S-1"))
        .After(TimeSpan.FromHours(24))
        .When(new CloseSite("Home sold"))
        .ThenHappened(new SiteClosed("Home sold"));

    [Fact]
    public void GivenExpectedVacancyAndSuspension_WhenClosedAndReopened_ThenTheyAreStillThere()
    {
        var given = Declared(SiteKind.CareHome)
            .And(new ExpectVacancy(BedTypes.Of(SiteKind.CareHome)[0], GivenSite.Start.AddHours(5), "going home"))
            .And(new SuspendPlacements("Infection"))
            .And(new CloseSite("Flood"))
            .And(new ReopenSite());

        given.Capacity.Expected.ShouldHaveSingleItem();
        given.Capacity.Suspensions.ShouldHaveSingleItem();
    }

    private static GivenSite Declared(SiteKind kind) => GivenSite.Of(kind).Declared(BedTypes.Of(kind)[0], 5, kind == SiteKind.Ward ? 0 : 1);
}

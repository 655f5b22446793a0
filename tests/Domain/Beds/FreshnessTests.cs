using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Beds;

/// <summary>Which acts say something of a site's own numbers, and so make its figures fresh.</summary>
public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Later = GivenSite.Start.AddHours(3);

    public static TheoryData<SiteCommand> OwnActs =>
    [
        new DeclareVacancies([new(StepUp, 5, 1)]),
        new ConfirmUnchanged(),
        new CloseBeds(StepDown, 1, "repair"),
        new ReopenBeds(StepDown, 1),
        new ConfirmExpectedVacancy("expect-1"),
        new AdmitOnHold("hold-1"),
        new AdmitStay("S-9", "9", StepDown),
        new DischargeStay("S-1", Destination.UsualResidence),
    ];

    public static TheoryData<SiteCommand> OtherActs =>
    [
        new PlaceHold(StepDown, "S-9"),
        new ExtendHold("hold-1", Later.AddDays(3)),
        new ReleaseHold("hold-1", "placed elsewhere"),
        new SuspendPlacements("infection"),
        new LiftSuspension(StepUp),
        new ExpectVacancy(StepDown, Later.AddHours(9), "going home"),
        new CancelExpectedVacancy("expect-1", "taken ill"),
        new SetExpectedDischarge("S-1", new(2026, 3, 9)),
        new DeclareMedicallyOptimised("S-1"),
        new ChangeBed("S-1", "7"),
        new RequestFigures(),
    ];

    [Theory, MemberData(nameof(OwnActs))]
    public void GivenUnit_WhenItSaysSomethingOfItsBeds_ThenFresh(SiteCommand command) =>
        Unit().When(command, by: "matron").Capacity.Declared.ShouldBe(new(Later, "matron"));

    [Theory, MemberData(nameof(OtherActs))]
    public void GivenUnit_WhenAnythingElseHappens_ThenNoFresher(SiteCommand command)
    {
        var after = Unit().When(command, by: "transfer team");
        after.Decision.Refusal.ShouldBeNull();
        after.Capacity.Declared.ShouldBe(new(GivenSite.Start, "someone"));
    }

    [Fact]
    public void GivenWard_WhenPeopleMoveBetweenWards_ThenBothAreFresh()
    {
        var other = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");
        var ward = GivenSite.Ward().Declared(Inpatient, 10).And(new AdmitStay("S-1", "1")).And(new BeginTransfer("S-1", other, "4"), "move").At(Later);
        var stay = ward.Site.Stays.Find("S-1")!;
        ward.When(new CompleteTransfer("S-1", "move")).Capacity.Declared!.At.ShouldBe(Later);
        ward.After(TimeSpan.FromHours(1)).When(new AcceptTransfer(stay, other)).Capacity.Declared!.At.ShouldBe(Later.AddHours(1));
    }

    private static GivenSite Unit() => GivenSite.IntermediateCareUnit()
        .Declared(StepDown, 10, 4, 2)
        .And(new AdmitStay("S-1", "1", StepDown))
        .And(new PlaceHold(StepDown, "S-2"), "hold-1")
        .And(new ExpectVacancy(StepDown, GivenSite.Start.AddHours(8), "going home"), "expect-1")
        .And(new SuspendPlacements("no therapist", StepUp))
        .At(Later);
}

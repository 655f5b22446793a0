using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Beds;

public sealed class DeclarationsTests
{
    [Fact]
    public void GivenNewHome_WhenDeclare_ThenAvailableIsTotalLessOccupiedAndClosed() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15, 2, "staffing")))
        .ThenHappened(new VacanciesDeclared([new(GeneralNursing, 20, 15, 2, "staffing")]))
        .ThenAvailable(GeneralNursing, 3);

    [Fact]
    public void GivenTwoLines_WhenDeclareOne_ThenTheOtherStays()
    {
        var after = GivenSite.CareHome().Declared(GeneralNursing, 20, 15).Declared(GeneralResidential, 10, 4)
            .When(Declare(new DeclaredLine(GeneralNursing, 20, 16)))
            .ThenLine(GeneralResidential, 10, 4, 0)
            .ThenLine(GeneralNursing, 20, 16, 0);
        after.Capacity.Lines.Select(line => line.Type).ShouldBe([GeneralResidential, GeneralNursing]);
    }

    [Fact]
    public void GivenHome_WhenDeclareFull_ThenNothingAvailable() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 20)))
        .ThenAvailable(GeneralNursing, 0);

    [Fact]
    public void GivenHome_WhenDeclareMoreThanTotal_ThenRefused() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 19, 2, "repair")))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "lines[0].occupied");

    [Fact]
    public void GivenHold_WhenDeclareItsBedOccupied_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 19)
        .And(new PlaceHold(GeneralNursing, "S-1"))
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 20)))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp);

    [Fact]
    public void GivenHoldThatRanOut_WhenDeclareItsBedOccupied_ThenDone() => GivenSite.CareHome().Declared(GeneralNursing, 20, 19)
        .And(new PlaceHold(GeneralNursing, "S-1"))
        .After(TimeSpan.FromHours(24))
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 20)))
        .ThenAvailable(GeneralNursing, 0);

    [Theory]
    [InlineData(-1, 0, 0, "lines[0].total")]
    [InlineData(2001, 0, 0, "lines[0].total")]
    [InlineData(10, -1, 0, "lines[0].occupied")]
    [InlineData(10, 2001, 0, "lines[0].occupied")]
    [InlineData(10, 0, -1, "lines[0].closed")]
    [InlineData(10, 0, int.MaxValue, "lines[0].closed")]
    public void GivenHome_WhenDeclareImpossibleCount_ThenRefused(int total, int occupied, int closed, string field) => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, total, occupied, closed, "repair")))
        .ThenRefused(RefusalCode.Invalid, field);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void GivenHome_WhenDeclareClosedWithoutReason_ThenRefused(string? reason) => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15, 2, reason)))
        .ThenRefused(RefusalCode.Invalid, "lines[0].closedBecause");

    [Fact]
    public void GivenReasonKnown_WhenDeclareClosedWithoutReason_ThenTheReasonStays() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 2)
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15, 3)))
        .ThenHappened(new VacanciesDeclared([new(GeneralNursing, 20, 15, 3, "staffing")]));

    [Fact]
    public void GivenClosedBeds_WhenDeclareNoneClosed_ThenTheReasonIsForgotten()
    {
        var after = GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 2)
            .When(Declare(new DeclaredLine(GeneralNursing, 20, 15, 0, "staffing")))
            .ThenHappened(new VacanciesDeclared([new(GeneralNursing, 20, 15, 0)]));
        after.Capacity.Line(GeneralNursing)!.ClosedBecause.ShouldBeNull();
    }

    [Fact]
    public void GivenHome_WhenDeclareReasonTooLong_ThenRefused() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15, 2, new string('x', 101))))
        .ThenRefused(RefusalCode.Invalid, "lines[0].closedBecause");

    [Fact]
    public void GivenHome_WhenDeclareNoLine_ThenRefused()
    {
        GivenSite.CareHome().When(new DeclareVacancies([])).ThenRefused(RefusalCode.Invalid, "lines");
        GivenSite.CareHome().When(new DeclareVacancies(default)).ThenRefused(RefusalCode.Invalid, "lines");
    }

    [Fact]
    public void GivenHome_WhenDeclareATypeTwice_ThenRefused() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15), new DeclaredLine(GeneralNursing, 10, 5)))
        .ThenRefused(RefusalCode.Invalid, "lines");

    [Theory]
    [InlineData(SiteKind.CareHome, Inpatient)]
    [InlineData(SiteKind.CareHome, StepDown)]
    [InlineData(SiteKind.IntermediateCareUnit, GeneralNursing)]
    [InlineData(SiteKind.Ward, StepUp)]
    [InlineData(SiteKind.HomeCareProvider, Transitional)]
    public void GivenKind_WhenDeclareTypeOfAnother_ThenRefused(SiteKind kind, BedType type) => GivenSite.Of(kind)
        .When(Declare(new DeclaredLine(type, 10, 0)))
        .ThenRefused(RefusalCode.NotForThisKind, "lines[0].type");

    [Fact]
    public void GivenEveryKind_WhenDeclareEachOfItsTypes_ThenDone()
    {
        foreach (var kind in Enum.GetValues<SiteKind>())
        {
            GivenSite.Of(kind)
                .When(new DeclareVacancies([.. BedTypes.Of(kind).Select(type => new DeclaredLine(type, 4, 0))]))
                .Capacity.Lines.Length.ShouldBe(BedTypes.Of(kind).Length);
        }

        Enum.GetValues<SiteKind>().SelectMany(kind => BedTypes.Of(kind)).ShouldBe(Enum.GetValues<BedType>(), ignoreOrder: true);
    }

    [Fact]
    public void GivenSecondLineWrong_WhenDeclare_ThenRefusedWhole() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 15), new DeclaredLine(DementiaNursing, 3, 4)))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "lines[1].occupied");

    [Fact]
    public void GivenNumbersAsSeen_WhenDeclare_ThenDone() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 2)
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 16, 2, Seen: new(20, 15, 2))))
        .ThenLine(GeneralNursing, 20, 16, 2);

    [Fact]
    public void GivenNumbersChangedMeanwhile_WhenDeclare_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15)
        .And(new CloseBeds(GeneralNursing, 1, "repair"), by: "night staff")
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 16, Seen: new(20, 15, 0))))
        .ThenRefused(RefusalCode.ChangedMeanwhile, "lines[0].seen")
        .Decision.Refusal!.Message.ShouldContain("night staff");

    [Fact]
    public void GivenLineTakenOffMeanwhile_WhenDeclare_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15)
        .And(Declare(new DeclaredLine(GeneralNursing, 0, 0)))
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 16, Seen: new(20, 15, 0))))
        .ThenRefused(RefusalCode.ChangedMeanwhile, "lines[0].seen");

    [Fact]
    public void GivenLineNeverDeclared_WhenDeclareAsSeenEmpty_ThenDone() => GivenSite.CareHome()
        .When(Declare(new DeclaredLine(GeneralNursing, 20, 16, Seen: new(0, 0, 0))))
        .ThenLine(GeneralNursing, 20, 16, 0);

    [Fact]
    public void GivenLine_WhenDeclareTotalZero_ThenTheLineAndItsExpectedVacanciesAreOff()
    {
        var after = GivenSite.CareHome().Declared(GeneralNursing, 20, 15).Declared(GeneralResidential, 5, 2)
            .And(new ExpectVacancy(GeneralNursing, GivenSite.Start.AddHours(4), "going home"))
            .And(new ExpectVacancy(GeneralResidential, GivenSite.Start.AddHours(4), "going home"))
            .When(Declare(new DeclaredLine(GeneralNursing, 0, 0)));
        after.Capacity.Line(GeneralNursing).ShouldBeNull();
        after.Capacity.Expected.Select(expected => expected.Type).ShouldBe([GeneralResidential]);
    }

    [Fact]
    public void GivenHold_WhenDeclareTotalZero_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15)
        .And(new PlaceHold(GeneralNursing, "S-1"))
        .When(Declare(new DeclaredLine(GeneralNursing, 0, 0)))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp);

    [Fact]
    public void GivenPeopleRecorded_WhenDeclareFewerOccupied_ThenRefused() => GivenSite.IntermediateCareUnit().Declared(StepDown, 20, 5)
        .And(new AdmitStay("S-1", "1", StepDown))
        .And(Declare(new DeclaredLine(StepDown, 20, 1)))
        .When(Declare(new DeclaredLine(StepDown, 20, 0)))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "lines[0].occupied");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void GivenWardWithOnePerson_WhenDeclareAnotherOccupied_ThenRefused(int occupied) => GivenSite.Ward().Declared(Inpatient, 20)
        .And(new AdmitStay("S-1", "1"))
        .When(Declare(new DeclaredLine(Inpatient, 20, occupied)))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "lines[0].occupied");

    [Fact]
    public void GivenNothingDeclared_WhenConfirmUnchanged_ThenRefused() => GivenSite.CareHome()
        .When(new ConfirmUnchanged())
        .ThenRefused(RefusalCode.UnknownBedLine);

    [Fact]
    public void GivenDeclared_WhenConfirmUnchanged_ThenOnlyTheAgeIsNew()
    {
        var given = GivenSite.CareHome().Declared(GeneralNursing, 20, 15).After(TimeSpan.FromHours(8));
        var before = given.Capacity;
        var after = given.When(new ConfirmUnchanged(), by: "manager").ThenHappened(new UnchangedConfirmed());
        after.Capacity.ShouldBe(before with { Declared = new(GivenSite.Start.AddHours(8), "manager") });
    }

    [Fact]
    public void GivenVacantBeds_WhenClose_ThenFewerAvailable()
    {
        var after = GivenSite.CareHome().Declared(GeneralNursing, 20, 15)
            .When(new CloseBeds(GeneralNursing, 2, "infection"))
            .ThenHappened(new BedsClosed(GeneralNursing, 2, "infection"))
            .ThenAvailable(GeneralNursing, 3);
        after.Capacity.Line(GeneralNursing)!.ClosedBecause.ShouldBe("infection");
    }

    [Fact]
    public void GivenTwoVacantOneHeld_WhenCloseTwo_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 18)
        .And(new PlaceHold(GeneralNursing, "S-1"))
        .When(new CloseBeds(GeneralNursing, 2, "infection"))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "beds");

    [Theory]
    [InlineData(0, "repair", "beds")]
    [InlineData(-1, "repair", "beds")]
    [InlineData(1, "", "reason")]
    public void GivenVacantBeds_WhenCloseWrongly_ThenRefused(int beds, string reason, string field) => GivenSite.CareHome().Declared(GeneralNursing, 20)
        .When(new CloseBeds(GeneralNursing, beds, reason))
        .ThenRefused(RefusalCode.Invalid, field);

    [Fact]
    public void GivenNoLine_WhenCloseOrReopen_ThenRefused()
    {
        GivenSite.CareHome().When(new CloseBeds(GeneralNursing, 1, "repair")).ThenRefused(RefusalCode.UnknownBedLine, "type");
        GivenSite.CareHome().When(new ReopenBeds(GeneralNursing, 1)).ThenRefused(RefusalCode.UnknownBedLine, "type");
    }

    [Fact]
    public void GivenClosedBeds_WhenReopenSome_ThenTheReasonStays()
    {
        var after = GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 3)
            .When(new ReopenBeds(GeneralNursing, 2))
            .ThenHappened(new BedsReopened(GeneralNursing, 2))
            .ThenAvailable(GeneralNursing, 4);
        after.Capacity.Line(GeneralNursing)!.ClosedBecause.ShouldBe("staffing");
    }

    [Fact]
    public void GivenClosedBeds_WhenReopenAll_ThenTheReasonIsForgotten() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 3)
        .When(new ReopenBeds(GeneralNursing, 3))
        .ThenAvailable(GeneralNursing, 5)
        .Capacity.Line(GeneralNursing)!.ClosedBecause.ShouldBeNull();

    [Fact]
    public void GivenClosedBeds_WhenReopenMore_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 3)
        .When(new ReopenBeds(GeneralNursing, 4))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp, "beds");

    [Fact]
    public void GivenClosedBeds_WhenReopenNone_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 20, 15, 3)
        .When(new ReopenBeds(GeneralNursing, 0))
        .ThenRefused(RefusalCode.Invalid, "beds");

    private static DeclareVacancies Declare(params DeclaredLine[] lines) => new([.. lines]);
}

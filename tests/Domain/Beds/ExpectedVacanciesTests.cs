using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using static CapacityBoard.Beds.BedType;

namespace CapacityBoard.Beds;

public sealed class ExpectedVacanciesTests
{
    private static readonly DateTimeOffset Tonight = GivenSite.Start.AddHours(10);

    [Fact]
    public void GivenOccupiedBed_WhenExpect_ThenNamedByTheOperation()
    {
        var after = Home()
            .When(new ExpectVacancy(GeneralNursing, Tonight, "going home"), "expect-1")
            .ThenHappened(new VacancyExpected("expect-1", GeneralNursing, Tonight, "going home"))
            .ThenAvailable(GeneralNursing, 1);
        after.Capacity.Expected.ShouldHaveSingleItem().Declared.ShouldBe(new(GivenSite.Start, "someone"));
    }

    [Fact]
    public void GivenExpected_WhenConfirm_ThenOneFewerOccupied() => Expecting()
        .When(new ConfirmExpectedVacancy("expect-1"))
        .ThenHappened(new ExpectedVacancyConfirmed("expect-1", GeneralNursing))
        .ThenLine(GeneralNursing, 3, 1, 0)
        .ThenAvailable(GeneralNursing, 2)
        .Capacity.Expected.ShouldBeEmpty();

    [Fact]
    public void GivenExpected_WhenCancel_ThenTheBedsStay() => Expecting()
        .When(new CancelExpectedVacancy("expect-1", "taken ill"))
        .ThenHappened(new ExpectedVacancyCancelled("expect-1", "taken ill"))
        .ThenLine(GeneralNursing, 3, 2, 0)
        .Capacity.Expected.ShouldBeEmpty();

    [Fact]
    public void GivenExpected_WhenItsTimePasses_ThenDueUntilConfirmed()
    {
        var expected = Expecting().Capacity.Expected.Single();
        expected.IsDue(Tonight.AddTicks(-1)).ShouldBeFalse();
        expected.IsDue(Tonight).ShouldBeTrue();
        Expecting().At(Tonight.AddDays(3)).When(new ConfirmExpectedVacancy("expect-1")).ThenAvailable(GeneralNursing, 2);
    }

    [Fact]
    public void GivenExpected_WhenAskedForTheNext24Hours_ThenFromNowExclusiveTo24HoursInclusive()
    {
        var expected = Expecting().Capacity.Expected.Single();
        expected.IsWithin24Hours(Tonight.AddHours(-24).AddTicks(-1)).ShouldBeFalse();
        expected.IsWithin24Hours(Tonight.AddHours(-24)).ShouldBeTrue();
        expected.IsWithin24Hours(Tonight.AddTicks(-1)).ShouldBeTrue();
        expected.IsWithin24Hours(Tonight).ShouldBeFalse();
    }

    [Fact]
    public void GivenConfirmed_WhenConfirmOrCancelAgain_ThenRefused()
    {
        var given = Expecting().And(new ConfirmExpectedVacancy("expect-1"));
        given.When(new ConfirmExpectedVacancy("expect-1")).ThenRefused(RefusalCode.UnknownExpectedVacancy, "expectedVacancy");
        given.When(new CancelExpectedVacancy("expect-1", "mistake")).ThenRefused(RefusalCode.UnknownExpectedVacancy, "expectedVacancy");
    }

    [Fact]
    public void GivenNobodyIn_WhenConfirm_ThenRefused() => Expecting()
        .And(new DeclareVacancies([new(GeneralNursing, 3, 0)]))
        .When(new ConfirmExpectedVacancy("expect-1"))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp);

    [Fact]
    public void GivenEveryoneIsAStay_WhenConfirm_ThenRefusedUntilDischarged()
    {
        var given = GivenSite.IntermediateCareUnit().Declared(StepDown, 4)
            .And(new AdmitStay("S-1", "1", StepDown))
            .And(new ExpectVacancy(StepDown, Tonight, "going home"), "expect-1");
        given.When(new ConfirmExpectedVacancy("expect-1")).ThenRefused(RefusalCode.NumbersDoNotAddUp);
    }

    [Fact]
    public void GivenLineTakenOff_WhenConfirm_ThenRefused() => Expecting()
        .And(new DeclareVacancies([new(GeneralNursing, 0, 0)]))
        .When(new ConfirmExpectedVacancy("expect-1"))
        .ThenRefused(RefusalCode.UnknownExpectedVacancy);

    [Fact]
    public void GivenAsManyExpectedAsCanBecomeFree_WhenExpectOneMore_ThenRefused() => GivenSite.CareHome().Declared(GeneralNursing, 3, 1, 1)
        .And(new ExpectVacancy(GeneralNursing, Tonight, "going home"))
        .And(new ExpectVacancy(GeneralNursing, Tonight, "repaired"))
        .When(new ExpectVacancy(GeneralNursing, Tonight, "going home"))
        .ThenRefused(RefusalCode.NumbersDoNotAddUp);

    [Fact]
    public void GivenTwoHundredExpected_WhenExpectOneMore_ThenRefused()
    {
        var given = GivenSite.CareHome().Declared(GeneralNursing, 300, 300);
        for (var count = 0; count < 200; count++)
        {
            given.And(new ExpectVacancy(GeneralNursing, Tonight, "going home"));
        }

        given.When(new ExpectVacancy(GeneralNursing, Tonight, "going home")).ThenRefused(RefusalCode.NumbersDoNotAddUp);
    }

    [Fact]
    public void GivenWard_WhenExpect_ThenRefused() => GivenSite.Ward().Declared(Inpatient, 20)
        .When(new ExpectVacancy(Inpatient, Tonight, "going home"))
        .ThenRefused(RefusalCode.NotForThisKind);

    [Fact]
    public void GivenNoLine_WhenExpect_ThenRefused() => GivenSite.CareHome()
        .When(new ExpectVacancy(GeneralNursing, Tonight, "going home"))
        .ThenRefused(RefusalCode.UnknownBedLine, "type");

    [Fact]
    public void GivenOccupiedBed_WhenExpectWithoutReason_ThenRefused() => Home()
        .When(new ExpectVacancy(GeneralNursing, Tonight, ""))
        .ThenRefused(RefusalCode.Invalid, "reason");

    [Fact]
    public void GivenOccupiedBed_WhenExpectInThePastOrTooFarAhead_ThenRefused()
    {
        Home().When(new ExpectVacancy(GeneralNursing, GivenSite.Start, "going home")).ThenRefused(RefusalCode.Invalid, "at");
        Home().When(new ExpectVacancy(GeneralNursing, GivenSite.Start.AddDays(367), "going home")).ThenRefused(RefusalCode.Invalid, "at");
    }

    [Fact]
    public void GivenExpected_WhenCancelWithoutReason_ThenRefused() => Expecting()
        .When(new CancelExpectedVacancy("expect-1", " "))
        .ThenRefused(RefusalCode.Invalid, "reason");

    private static GivenSite Home() => GivenSite.CareHome().Declared(GeneralNursing, 3, 2);

    private static GivenSite Expecting() => Home().And(new ExpectVacancy(GeneralNursing, Tonight, "going home"), "expect-1");
}

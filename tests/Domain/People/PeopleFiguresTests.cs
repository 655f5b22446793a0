using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

public sealed class PeopleFiguresTests
{
    /// <summary>Noon on a Monday, in winter time.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void GivenNobody_ThenNone() => PeopleFigures.Of(StayRegister.Empty, LocalityPolicy.Default, Now).ShouldBe(PeopleFigures.None);

    [Theory]
    [InlineData(6, 0, 0)]
    [InlineData(7, 1, 0)]
    [InlineData(20, 1, 0)]
    [InlineData(21, 1, 1)]
    public void GivenMidnightsSinceAdmission_ThenLongFromSevenAndSuperStrandedFromTwentyOne(int midnights, int longStays, int superStranded)
    {
        var figures = Of(Stay("S-1", admittedMidnightsAgo: midnights));

        (figures.Stays, figures.LongStays, figures.SuperStranded).ShouldBe((1, longStays, superStranded));
    }

    [Fact]
    public void GivenAdmittedJustBeforeAMidnight_ThenThatMidnightCounts()
    {
        var stay = Stay("S-1") with { AdmittedAt = new(2026, 2, 22, 23, 59, 0, TimeSpan.Zero) };

        PeopleFigures.Of(new([stay]), LocalityPolicy.Default, new(2026, 2, 28, 23, 59, 0, TimeSpan.Zero)).LongStays.ShouldBe(0);
        PeopleFigures.Of(new([stay]), LocalityPolicy.Default, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)).LongStays.ShouldBe(1);
    }

    [Fact]
    public void GivenOptimisedPeople_ThenTheirMidnightsAreSummedAndTheLongestNamed()
    {
        var figures = Of(Stay("S-1", optimisedMidnightsAgo: 3), Stay("S-2", optimisedMidnightsAgo: 5), Stay("S-3"));

        (figures.MedicallyOptimised, figures.OptimisedMidnights, figures.LongestOptimised).ShouldBe((2, 8, 5));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 0, 0)]
    public void GivenExpectedDateOfDischarge_AtMidday_ThenTodayAndTomorrowAreWithin24HoursAndYesterdayIsOverdue(int days, int expected, int overdue)
    {
        var figures = Of(Stay("S-1") with { ExpectedDischarge = LocalDay.Of(Now).AddDays(days) });

        (figures.ExpectedToGo, figures.Overdue).ShouldBe((expected, overdue));
    }

    [Fact]
    public void GivenTwoWards_WhenAdded_ThenSumsAndTheLongestOfBoth()
    {
        var sum = Of(Stay("S-1", 30, 4)) + Of(Stay("S-2", 8, 9), Stay("S-3"));

        sum.ShouldBe(new(3, 2, 1, 2, 13, 9, 0, 0));
    }

    private static PeopleFigures Of(params Stay[] stays) => PeopleFigures.Of(new([.. stays]), LocalityPolicy.Default, Now);

    private static Stay Stay(string reference, int admittedMidnightsAgo = 0, int? optimisedMidnightsAgo = null) => new(
        reference,
        "1",
        BedType.Inpatient,
        AgeBand.From75To84,
        Now.AddDays(-admittedMidnightsAgo),
        Now,
        Optimised: optimisedMidnightsAgo is { } days ? new(Now.AddDays(-days), "The ward") : null);
}

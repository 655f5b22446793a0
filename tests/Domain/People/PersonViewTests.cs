using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

public sealed class PersonViewTests
{
    /// <summary>A Wednesday, 10:00 on the clock.</summary>
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "Admitted today", null)]
    [InlineData(1, "1 night in hospital", null)]
    [InlineData(6, "6 nights in hospital", null)]
    [InlineData(7, "7 nights in hospital", "Long stay")]
    [InlineData(20, "20 nights in hospital", "Long stay")]
    [InlineData(21, "21 nights in hospital", "Super-stranded")]
    public void GivenNights_ThenTheStayIsNamedByThem(int nights, string length, string? name)
    {
        var person = Person(admitted: nights);

        person.LengthOfStay.ShouldBe(length);
        person.LongStay.ShouldBe(name);
    }

    [Theory]
    [InlineData(0, "Expected to leave today")]
    [InlineData(1, "Expected to leave tomorrow")]
    [InlineData(2, "Expected to leave Friday")]
    [InlineData(-1, "Was expected to leave yesterday: 1 day overdue")]
    [InlineData(-3, "Was expected to leave Sunday 28 June: 3 days overdue")]
    public void GivenExpectedDate_ThenSaidAsADay(int days, string words) => Person(expected: days).ExpectedDischarge.ShouldBe(words);

    [Fact]
    public void GivenNoExpectedDate_ThenSaid() => Person().ExpectedDischarge.ShouldBe("No expected date of discharge");

    [Theory]
    [InlineData(0, "Medically optimised today")]
    [InlineData(1, "Medically optimised for 1 night")]
    [InlineData(12, "Medically optimised for 12 nights")]
    public void GivenOptimised_ThenForHowLong(int nights, string words) => Person(admitted: 20, optimised: nights).Optimised.ShouldBe(words);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "Delayed 1 day")]
    [InlineData(12, "Delayed 12 days")]
    public void GivenOptimised_ThenForHowLongTheTransferIsDelayed(int nights, string? words) => Person(admitted: 20, optimised: nights).Delayed.ShouldBe(words);

    [Fact]
    public void GivenAnyDay_ThenTheNextOnesCanBeTapped() =>
        Person().NextDays.Select(day => (day.Value, day.Label)).ShouldBe(
            [("2026-07-01", "Today"), ("2026-07-02", "Tomorrow"), ("2026-07-03", "+2 days, Fri 3"), ("2026-07-04", "+3 days, Sat 4")]);

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "Long stay")]
    [InlineData(9, "Long stay")]
    [InlineData(10, "Super-stranded")]
    public void GivenPolicyOfTheLocality_ThenTheStayIsNamedByIt(int nights, string? name) =>
        (Person(admitted: nights) with { Policy = new() { LongStayMidnights = 5, SuperStrandedMidnights = 10 } }).LongStay.ShouldBe(name);

    private static PersonView Person(int admitted = 0, int? expected = null, int? optimised = null) => new(
        new(
            "SH1",
            "01",
            BedType.Inpatient,
            AgeBand.From85,
            Now.AddDays(-admitted),
            Now.AddDays(-admitted),
            ExpectedDischarge: expected is { } days ? LocalDay.Of(Now).AddDays(days) : null,
            Optimised: optimised is { } nights ? new(Now.AddDays(-nights), "A1") : null),
        LocalityPolicy.Default,
        Now);
}

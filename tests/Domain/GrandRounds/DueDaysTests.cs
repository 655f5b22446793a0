using CapacityBoard.Support;

namespace CapacityBoard.GrandRounds;

public sealed class DueDaysTests
{
    private static readonly RoundWeek Week = new(new(2026, 3, 4));

    [Theory]
    [InlineData("2026-03-04", "Tomorrow, Thursday 5 March|Friday 6 March|Next round, Wednesday 11 March")]
    [InlineData("2026-03-05", "Tomorrow, Friday 6 March|Next round, Wednesday 11 March")]
    [InlineData("2026-03-06", "Tomorrow, Saturday 7 March|Friday 13 March|Next round, Wednesday 11 March")]
    [InlineData("2026-03-10", "Friday 13 March|Next round, Wednesday 11 March")]
    public void GivenToday_ThenEachDayThatIsMostlyMeantIsOfferedOnce(string today, string labels) =>
        DueDays.Quick(DateOnly.Parse(today, null), Week).Select(day => day.Label).ShouldBe(labels.Split('|'));

    [Fact]
    public void GivenDayThatAnActionHas_ThenItIsAmongThem() =>
        DueDays.Quick(new(2026, 3, 4), Week, new(2026, 3, 1))[0].ShouldBe(new("2026-03-01", "Sunday 1 March"));

    [Fact]
    public void GivenTypedDay_ThenItCountsAndNotTheOneChosen() =>
        DueDays.Read(GivenForm.With(("due", "2026-03-05"), ("due-date", "9/3/2026")), "due", new(2026, 3, 4)).ShouldBe(new(2026, 3, 9));

    [Theory]
    [InlineData("", "due", "Choose a due date.")]
    [InlineData("3/3/2026", "due-date", "The due date must be today or later, and at most 1 year ahead.")]
    [InlineData("6/3/2027", "due-date", "The due date must be today or later, and at most 1 year ahead.")]
    [InlineData("soon", "due-date", "Enter a real date, such as 27 3 2026.")]
    public void GivenDayThatCannotBe_ThenSaidAtTheField(string typed, string field, string problem)
    {
        var form = GivenForm.With(("due", ""), ("due-date", typed));

        DueDays.Read(form, "due", new(2026, 3, 4));

        form.ProblemAt(field).ShouldBe(problem);
    }

    [Fact]
    public void GivenOverdueActionThatKeepsItsDay_ThenThatIsNoProblem()
    {
        var form = GivenForm.With(("due", "2026-03-01"));

        DueDays.Read(form, "due", new(2026, 3, 4), kept: new(2026, 3, 1)).ShouldBe(new(2026, 3, 1));
        form.IsValid.ShouldBeTrue();
    }
}

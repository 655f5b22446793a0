using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Ui.Forms;

public sealed class SentFormTests
{
    [Fact]
    public void GivenSpacesAround_ThenTheTextIsWithoutThem() => GivenForm.With(("note", "  by the window ")).Text("note").ShouldBe("by the window");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void GivenNothingWhereSomethingIsNeeded_ThenSaidAtTheField(string typed)
    {
        var form = GivenForm.With(("stay", typed));

        form.Required("stay", "Enter the reference.");

        form.IsValid.ShouldBeFalse();
        form.ProblemAt("stay").ShouldBe("Enter the reference.");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("2001")]
    [InlineData("")]
    public void GivenNoCountOfBeds_ThenSaidWhatIsAllowed(string typed)
    {
        var form = GivenForm.With(("total", typed));

        form.Count("total", "The total");

        form.ProblemAt("total").ShouldBe("The total must be a whole number from 0 to 2000.");
    }

    [Fact]
    public void GivenTextTooLongOrOfTwoLines_ThenSaidAtTheField()
    {
        var form = GivenForm.With(("one", new string('x', 101)), ("two", "a\nb"));

        form.Optional("one");
        form.Optional("two");

        form.ProblemAt("one").ShouldBe("Enter 100 characters or fewer. You entered 101.");
        form.ProblemAt("two").ShouldBe("Remove line breaks and special characters.");
    }

    [Fact]
    public void GivenUnknownCode_ThenSaidAtTheField()
    {
        var form = GivenForm.With(("type", "hammock"));

        form.Code<BedType>("type", "Choose a bed type.");

        form.ProblemAt("type").ShouldBe("Choose a bed type.");
    }

    [Fact]
    public void GivenDateAndTime_ThenTheyAreThoseOfTheUnitedKingdom() => GivenForm.With(("at-date", "2026-07-01"), ("at-time", "14:30")).Time("at")
        .ShouldBe(new DateTimeOffset(2026, 7, 1, 13, 30, 0, TimeSpan.Zero));

    [Fact]
    public void GivenChosenTime_ThenThatOneWhateverIsTyped() => GivenForm.With(("at", "2026-01-05T10:00:00Z"), ("at-date", "2026-07-01"), ("at-time", "14:30")).Time("at")
        .ShouldBe(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void GivenAnotherTimeChosen_ThenTheTypedOne() => GivenForm.With(("at", "other"), ("at-date", "1/7/2026"), ("at-time", "2.30pm")).Time("at")
        .ShouldBe(new DateTimeOffset(2026, 7, 1, 13, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("", "14:00", "at-date", "Enter a date as well as a time.")]
    [InlineData("2026-07-01", "", "at-time", "Enter a time, such as 14:30.")]
    [InlineData("2026-02-30", "14:00", "at-date", "Enter a real date, such as 27 3 2026.")]
    [InlineData("2026-07-01", "25:00", "at-time", "Enter a time, such as 14:30.")]
    public void GivenHalfATime_ThenSaidAtTheFieldThatIsWrong(string date, string time, string field, string problem)
    {
        var form = GivenForm.With(("at-date", date), ("at-time", time));

        form.Time("at").ShouldBeNull();

        form.ProblemAt(field).ShouldBe(problem);
    }

    [Fact]
    public void GivenTimeThatNeverComes_ThenRefusedAtTheTimeAndSaidWhatCanBeEntered()
    {
        var form = GivenForm.With(("at-date", "2027-03-28"), ("at-time", "01:30"));

        form.Time("at").ShouldBeNull();

        form.ProblemAt("at-time").ShouldBe(
            "There is no 01:30 on Sunday 28 March 2027: the clocks go forward from 01:00 to 02:00. Enter a time before 01:00 or from 02:00.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("either")]
    public void GivenTimeThatComesTwice_ThenAskedWhichIsMeant(string clocks)
    {
        var form = GivenForm.With(("form", "form"), ("at-date", "25/10/2026"), ("at-time", "1.30am"), ("at-clocks", clocks));

        form.Time("at").ShouldBeNull();

        form.ProblemAt("at-clocks").ShouldBe("Choose which 01:30 you mean: the clocks go back on Sunday 25 October 2026, so this time happens twice.");
        var asked = new FormView("form", "", form).DateAndTime("at").Clocks.ShouldNotBeNull();
        asked.Label.ShouldBe("Which 01:30?");
        asked.Options.Select(option => option.Label).ShouldBe(["01:30 before the clocks go back (BST)", "01:30 after (GMT)"]);
    }

    [Theory]
    [InlineData("2026-10-25", "01:30", "before", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "01:30", "after", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25", "02:30", "before", "2026-10-25T02:30:00Z")]
    public void GivenAnswerToWhichIsMeant_ThenThatInstantAndNothingIsAskedOfOtherTimes(string date, string time, string clocks, string at)
    {
        var form = GivenForm.With(("at-date", date), ("at-time", time), ("at-clocks", clocks));

        form.Time("at").ShouldBe(DateTimeOffset.Parse(at, null));

        form.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void GivenChoiceWithoutItsZone_ThenRefused()
    {
        var form = GivenForm.With(("at", "2026-10-25T01:30"));

        form.Time("at").ShouldBeNull();

        form.ProblemAt("at").ShouldBe("Choose a time.");
    }

    [Fact]
    public void GivenNoTime_ThenNoneAndNothingWrong()
    {
        var form = GivenForm.With(("at-date", ""), ("at-time", ""));

        form.Time("at").ShouldBeNull();

        form.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void GivenWhatThePagePutIn_ThenReadAndItsProblemSaidAtTheForm()
    {
        var form = GivenForm.With(("form", "form"), ("the-stay", "SH1"));

        form.Required("stay", "").ShouldBe("SH1");
        form.Refuse(new(RefusalCode.UnknownStay, "Not here.", "stay"));

        form.Problems.ShouldHaveSingleItem().Field.ShouldBe("form");
    }

    [Theory]
    [InlineData("27", "3", "2026", "2026-03-27")]
    [InlineData(" 7 ", "03", "26", "2026-03-07")]
    [InlineData("27", "March", "2026", "2026-03-27")]
    [InlineData("", "", "", null)]
    public void GivenDateInThreeFields_ThenThatDay(string day, string month, string year, string? date)
    {
        var form = GivenForm.With(("due-day", day), ("due-month", month), ("due-year", year));

        (form.Date("due")?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), form.IsValid).ShouldBe((date, true));
    }

    [Theory]
    [InlineData("31", "2", "2026")]
    [InlineData("27", "", "2026")]
    [InlineData("27", "3", "")]
    public void GivenThreeFieldsThatAreNoDate_ThenSaidAtTheDateAndTheyStandAsTyped(string day, string month, string year)
    {
        var form = GivenForm.With(("due-day", day), ("due-month", month), ("due-year", year));

        form.Date("due");

        form.ProblemAt("due").ShouldBe("Enter a real date, such as 27 3 2026.");
        var shown = new FormView("form", "operation", form).Date("due", "Due");
        (shown.Day ?? "", shown.Month ?? "", shown.Year ?? "").ShouldBe((day, month, year));
    }

    [Fact]
    public void GivenDateThatAnAddressSays_ThenItStandsInTheThreeFields()
    {
        var shown = new FormView("form", "operation", GivenForm.With(("from", "2026-03-07"))).Date("from", "From");

        (shown.Day, shown.Month, shown.Year).ShouldBe(("7", "3", "2026"));
    }

    [Theory]
    [InlineData("reason", "form-reason")]
    [InlineData("lines[0].occupied", "form-free")]
    [InlineData("until", "form-until-date")]
    [InlineData("due", "form-due-date")]
    [InlineData("operation", "form")]
    [InlineData(null, "form")]
    public void GivenRefusal_ThenSaidAtTheFormsFieldForIt(string? field, string at)
    {
        var form = GivenForm.With(("form", "form"), ("reason", ""), ("free", "3"), ("until-date", ""), ("until-time", ""), ("due-date-day", ""));

        form.Refuse(new(RefusalCode.NumbersDoNotAddUp, "No.", field));

        form.Problems.ShouldHaveSingleItem().Field.ShouldBe(at);
    }
}

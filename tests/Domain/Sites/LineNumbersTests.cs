using CapacityBoard.Beds;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

public sealed class LineNumbersTests
{
    private static readonly LineSeen Seen = new(40, 36, 1);

    [Theory]
    [InlineData("more", 35)]
    [InlineData("fewer", 37)]
    public void GivenOneTap_ThenOneBedOnTheNumbersThatWereShown(string step, int occupied)
    {
        var form = GivenForm.With([.. Shown(), ("step", step)]);

        LineNumbers.OneBed(form).Lines.ShouldHaveSingleItem().ShouldBe(new(BedType.GeneralNursing, 40, occupied, 1, Seen: Seen));

        form.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void GivenNobodyIn_WhenOneMoreIsFree_ThenSaidThatNoneCanBe()
    {
        var form = GivenForm.With(("type", "general-nursing"), ("total-seen", "2"), ("occupied-seen", "0"), ("closed-seen", "0"), ("step", "more"));

        LineNumbers.OneBed(form);

        form.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("No general nursing bed is occupied");
    }

    [Fact]
    public void GivenTotalAndFree_ThenTheRestIsOccupiedAndHeldBedsAreNeither()
    {
        var form = GivenForm.With([.. Shown(), ("held", "2"), ("total", "42"), ("free", "3")]);

        LineNumbers.Typed(form, GivenSite.CareHome().Site).Lines.ShouldHaveSingleItem().ShouldBe(new(BedType.GeneralNursing, 42, 36, 1, Seen: Seen));
    }

    [Fact]
    public void GivenMoreFreeThanThereAre_ThenSaidInNumbers()
    {
        var form = GivenForm.With([.. Shown(), ("held", "2"), ("total", "40"), ("free", "38")]);

        LineNumbers.Typed(form, GivenSite.CareHome().Site);

        form.ProblemAt("free").ShouldBe("38 free and 1 closed and 2 held make 41, more than the total of 40.");
    }

    [Fact]
    public void GivenTotalOfNone_ThenTheTypeIsTakenOff()
    {
        var form = GivenForm.With([.. Shown(), ("held", "0"), ("total", "0"), ("free", "0")]);

        LineNumbers.Typed(form, GivenSite.CareHome().Site).Lines.ShouldHaveSingleItem().ShouldBe(new(BedType.GeneralNursing, 0, 0, 0, Seen: Seen));
    }

    [Fact]
    public void GivenWard_ThenItsPeopleAreTheOccupiedBeds()
    {
        var ward = GivenSite.Ward().Declared(BedType.Inpatient, 4).And(new Stays.AdmitStay("SH1", "01"));
        var form = GivenForm.With(("type", "inpatient"), ("total-seen", "4"), ("occupied-seen", "0"), ("closed-seen", "0"), ("total", "5"));

        var command = LineNumbers.Typed(form, ward.Site);

        command.Lines.ShouldHaveSingleItem().ShouldBe(new(BedType.Inpatient, 5, 1, 0, Seen: new(4, 1, 0)));
        ward.When(command).Decision.Refusal.ShouldBeNull();
    }

    private static (string, string)[] Shown() =>
        [("type", "general-nursing"), ("total-seen", "40"), ("occupied-seen", "36"), ("closed-seen", "1")];
}

using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Residences;

public sealed class ResidenceDecisionsTests
{
    private static readonly DateTimeOffset Now = GivenSite.Start;

    private static readonly DateOnly Today = LocalDay.Of(Now);

    private static readonly SiteKey Home = SiteKey.Of("manchester", "the-limes");

    private static readonly SiteKey Ward = GivenSite.KeyOf(SiteKind.Ward);

    private static readonly SiteKey OtherWard = SiteKey.OfWard("stockport", "stepping-hill-hospital", "b2");

    [Fact]
    public void GivenAdmissionFromAHome_ThenTheHomeIsRecordedWithIt() => GivenSite.Ward().Declared(BedType.Inpatient, 10)
        .When(new AdmitStay("S-1", "1", UsualResidence: Home))
        .ThenHappened(new StayAdmitted(new("S-1", "1", BedType.Inpatient, AgeBand.NotKnown, Now, Now)), new UsualResidenceSet("S-1", Home))
        .Site.Stays.Find("s-1")!.UsualResidence.ShouldBe(new(Home, new(Now, "someone")));

    [Fact]
    public void GivenResidence_WhenSetAgain_ThenOnlyAnotherOneIsRecorded()
    {
        var given = Admitted().And(new SetUsualResidence("S-1", Home));
        given.When(new SetUsualResidence("s-1", Home)).ThenNothingHappened();
        given.After(TimeSpan.FromHours(1)).When(new SetUsualResidence("S-1", SiteKey.Of("stockport", "fernlea"))).Site.Stays.Find("S-1")!.UsualResidence!.Recorded.At.ShouldBe(Now.AddHours(1));
        given.When(new SetUsualResidence("S-1", null)).ThenHappened(new UsualResidenceSet("S-1", null)).Site.Stays.Find("S-1")!.UsualResidence.ShouldBeNull();
        given.When(new SetUsualResidence("S-1", null)).ThenNothingHappened();
    }

    [Fact]
    public void GivenWardOrTransfer_WhenRecorded_ThenRefused()
    {
        Admitted().When(new SetUsualResidence("S-1", Ward)).ThenRefused(RefusalCode.Invalid, "residence");
        Admitted().When(new SetUsualResidence("S-9", Home)).ThenRefused(RefusalCode.UnknownStay, "stay");
        Admitted().And(new BeginTransfer("S-1", OtherWard, "4")).When(new SetUsualResidence("S-1", Home)).ThenRefused(RefusalCode.NotInThatState, "stay");
        GivenSite.Ward().Declared(BedType.Inpatient, 10).When(new AdmitStay("S-1", "1", UsualResidence: Ward)).ThenRefused(RefusalCode.Invalid, "usualResidence");
        var unit = GivenSite.IntermediateCareUnit().Declared(BedType.StepDown, 10);
        unit.When(new AdmitStay("S-1", "1", BedType.StepDown, UsualResidence: unit.Site.Key)).ThenRefused(RefusalCode.Invalid, "usualResidence");
    }

    [Fact]
    public void GivenResidence_WhenThePersonMoves_ThenItMovesWithThem()
    {
        var stay = Admitted().And(new SetUsualResidence("S-1", Home)).Site.Stays.Find("S-1")!;
        GivenSite.Ward().Declared(BedType.Inpatient, 10).When(new AcceptTransfer(stay, OtherWard)).Site.Stays.Find("S-1")!.UsualResidence.ShouldBe(stay.UsualResidence);
        Admitted().And(new SetUsualResidence("S-1", Home)).And(new DischargeStay("S-1", Destination.UsualResidence)).After(TimeSpan.FromMinutes(1))
            .When(new CancelDischarge("S-1", "never left")).Site.Stays.Find("S-1")!.UsualResidence.ShouldBe(stay.UsualResidence);
    }

    [Theory]
    [InlineData(Pathway.P0, true)]
    [InlineData(Pathway.P1, false)]
    [InlineData(null, false)]
    public void GivenResidence_ThenNoPlaceIsSoughtOnPathway0Only(Pathway? pathway, bool goesBack)
    {
        var given = Admitted().And(new SetNeeds("S-1", new([BedType.GeneralResidential]))).And(new SetUsualResidence("S-1", Home));
        given = pathway is null ? given : given.And(new SetPathway("S-1", pathway));
        var stay = given.Site.Stays.Find("S-1")!;
        (stay.GoesBack, stay.WaitsFor is null).ShouldBe((goesBack, goesBack));
        given.And(new SetUsualResidence("S-1", null)).Site.Stays.Find("S-1")!.WaitsFor.ShouldBe(BedType.GeneralResidential);
    }

    [Fact]
    public void GivenHome_WhenItAnswers_ThenTheLastWordCounts()
    {
        var stay = Admitted().And(new SetUsualResidence("S-1", Home)).Site.Stays.Find("S-1")!;
        var home = GivenSite.CareHome().After(TimeSpan.FromHours(1)).And(new AnswerReturn("s-1", Ward, ReturnAnswer.NewAssessment), by: "Hana");
        home.Site.Returns.About(stay, OtherWard)!.Answer.ShouldBe(ReturnAnswer.NewAssessment);
        home.And(new AnswerReturn("S-1", OtherWard, ReturnAnswer.SameSupport, Today.AddDays(3)));
        var word = home.Site.Returns.All.ShouldHaveSingleItem();
        home.Site.Returns.About(stay, Ward).ShouldBe(word);
        (word.Answer, word.Keeps(Today.AddDays(3)), word.Keeps(Today.AddDays(4))).ShouldBe((ReturnAnswer.SameSupport, true, false));
    }

    [Fact]
    public void GivenWord_WhenItIsAboutAnotherStayOrResidence_ThenItDoesNotCount()
    {
        var stay = Admitted().And(new SetUsualResidence("S-1", Home)).Site.Stays.Find("S-1")!;
        var returns = GivenSite.CareHome().And(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport)).Site.Returns;
        returns.About(stay, Ward).ShouldNotBeNull();
        returns.About(stay, SiteKey.OfWard("stockport", "wythenshawe", "f1")).ShouldBeNull();
        returns.About(stay with { Reference = "S-2" }, Ward).ShouldBeNull();
        returns.About(stay with { UsualResidence = null }, Ward).ShouldBeNull();
        returns.About(stay with { UsualResidence = new(Home, new(Now.AddHours(1), "someone")) }, Ward).ShouldBeNull();
    }

    [Fact]
    public void GivenAnything_WhenAnsweredWrongly_ThenRefusedAtTheField()
    {
        GivenSite.CareHome().When(new AnswerReturn("Mary Smith", Ward, ReturnAnswer.SameSupport)).ThenRefused(RefusalCode.Invalid, "stay");
        GivenSite.CareHome().When(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport, Today.AddDays(-1))).ThenRefused(RefusalCode.Invalid, "keptUntil");
        GivenSite.HomeCareProvider().When(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport, Today.AddDays(500))).ThenRefused(RefusalCode.Invalid, "keptUntil");
        GivenSite.IntermediateCareUnit().When(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport)).ThenRefused(RefusalCode.NotForThisKind);
        GivenSite.Ward().When(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport)).ThenRefused(RefusalCode.NotForThisKind);
    }

    [Fact]
    public void GivenSuspension_WhenTheHomeAnswers_ThenItCounts() => GivenSite.CareHome().And(new SuspendPlacements("Infection"))
        .When(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport)).ThenHappened(new ReturnAnswered("S-1", Ward, ReturnAnswer.SameSupport));

    [Fact]
    public void GivenWords_WhenTheHomeCloses_ThenItSaysNothingAnyMore() => GivenSite.CareHome().And(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport))
        .When(new CloseSite("sold")).Site.Returns.All.ShouldBeEmpty();

    [Fact]
    public void GivenMoreThan200WordsOrWordsOlderThanAYear_WhenTheNextIsGiven_ThenTheOldestAreForgotten()
    {
        var given = GivenSite.HomeCareProvider();
        for (var person = 1; person <= 201; person++)
        {
            given.And(new AnswerReturn($"S-{person}", Ward, ReturnAnswer.SameSupport));
        }

        (given.Site.Returns.All.Length, given.Site.Returns.All[0].Stay).ShouldBe((200, "S-2"));
        given.After(TimeSpan.FromDays(400)).And(new AnswerReturn("S-1", Ward, ReturnAnswer.SameSupport)).Site.Returns.All.ShouldHaveSingleItem();
    }

    private static GivenSite Admitted() => GivenSite.Ward().Declared(BedType.Inpatient, 10).And(new AdmitStay("S-1", "1"));
}

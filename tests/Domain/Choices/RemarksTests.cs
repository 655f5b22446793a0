using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Choices;

/// <summary>What is said for and against a place.</summary>
public sealed class RemarksTests
{
    [Fact]
    public void GivenPlaceThatHasAll_ThenAllIsSaidForIt()
    {
        var needs = new Needs([BedType.DementiaNursing, GivenChoices.Type], true, true, Wished: [GivenChoices.Key("best")]);
        var place = new GivenChoices(needs).Home("best", free: 2, type: BedType.DementiaNursing, rating: CqcRating.Outstanding).Make().FreeNow.Only();

        place.For.Texts().ShouldBe([
            "Dementia nursing beds are the best match",
            "Nursing care, as needed",
            "Dementia care, as needed",
            "First preferred home",
            "0.6 miles from SK2",
            "CQC rating: outstanding"]);
        place.Against.ShouldBeEmpty();
    }

    [Fact]
    public void GivenPlaceOfLittlePromise_ThenAllIsSaidAgainstIt()
    {
        var needs = new Needs([BedType.DementiaNursing, BedType.GeneralResidential], true, true);
        var place = new GivenChoices(needs)
            .Home("worst", free: 0, type: BedType.GeneralResidential, rating: CqcRating.Inadequate, kilometres: null, ago: TimeSpan.FromHours(30))
            .Make().Full.Only();

        place.Against.Texts().ShouldBe([
            "General residential beds are the second choice",
            "Needs nursing, which general residential beds do not provide",
            "Needs dementia care, which general residential beds are not designed for",
            "Distance from SK2 is not known",
            "Its figures are ageing: last updated 30 hours ago",
            "CQC rating: inadequate"]);
        place.For.ShouldBeEmpty();
    }

    [Fact]
    public void GivenUnitThatNobodyRates_ThenNothingIsSaidOfThat()
    {
        var place = new GivenChoices(new([BedType.StepDown], Nursing: true))
            .Registered("unit", SiteKind.IntermediateCareUnit, CqcRating.NotRated).Says("unit", new DeclareVacancies([new(BedType.StepDown, 5, 4)]))
            .Make().FreeNow.Only();

        place.Against.ShouldBeEmpty();
        place.For.Texts().ShouldNotContain(text => text.Contains("CQC", StringComparison.Ordinal) || text.Contains("Nursing", StringComparison.Ordinal));
    }
}

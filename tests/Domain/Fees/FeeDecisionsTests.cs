using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Fees;

public sealed class FeeDecisionsTests
{
    private static readonly FeeStatement Fees = new(950, 1200, true, 75, "More for one-to-one care");

    [Fact]
    public void GivenHome_WhenItStatesFees_ThenTheyStandWithWhenAndByWhom()
    {
        var given = GivenSite.CareHome().And(new StateFees(Fees), by: "Oak House");
        given.Site.Fees.ShouldBe(new StatedFees(Fees, new(GivenSite.Start, "Oak House")));
        given.After(TimeSpan.FromDays(9)).When(new StateFees(Fees)).ThenNothingHappened();
        given.When(new StateFees(Fees with { Lowest = 980 })).ThenHappened(new FeesStated(Fees with { Lowest = 980 }));
    }

    [Fact]
    public void GivenHome_WhenFeesAreInWordsOnly_ThenTheyStand() =>
        GivenSite.CareHome().When(new StateFees(new(Note: "Depends on the assessment"))).ThenHappened(new FeesStated(new(Note: "Depends on the assessment")));

    [Fact]
    public void GivenHome_WhenTheFiguresCannotBe_ThenRefusedByTheField()
    {
        Refused(new(), "fees.lowest");
        Refused(new(0), "fees.lowest");
        Refused(new(900, 899), "fees.highest");
        Refused(new(null, 900, Note: "about"), "fees.lowest");
        Refused(new(900, TopUp: 50), "fees.topUp");
        Refused(new(900, AsksTopUp: false, TopUp: 50), "fees.topUp");
        Refused(new(900, AsksTopUp: true, TopUp: 10_001), "fees.topUp");
        Refused(new(900, Note: new('x', 501)), "fees.note");

        static void Refused(FeeStatement fees, string field) => GivenSite.CareHome().When(new StateFees(fees)).ThenRefused(RefusalCode.Invalid, field);
    }

    [Theory]
    [InlineData(SiteKind.Ward)]
    [InlineData(SiteKind.IntermediateCareUnit)]
    [InlineData(SiteKind.HomeCareProvider)]
    public void GivenAnotherKindOfSite_WhenFeesAreStated_ThenRefused(SiteKind kind) =>
        GivenSite.Of(kind).When(new StateFees(Fees)).ThenRefused(RefusalCode.NotForThisKind);

    [Fact]
    public void GivenClosedHome_WhenFeesAreStated_ThenRefused() =>
        GivenSite.CareHome().Declared(BedType.GeneralNursing, 3).And(new CloseSite("sold")).When(new StateFees(Fees)).ThenRefused(RefusalCode.SiteClosed);
}

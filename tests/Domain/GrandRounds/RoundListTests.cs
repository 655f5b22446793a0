using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Http;

namespace CapacityBoard.GrandRounds;

public sealed class RoundListTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "S-2 S-3 S-1")]
    [InlineData("?sort=ward", "S-2 S-1 S-3")]
    [InlineData("?sort=expected", "S-3 S-2 S-1")]
    [InlineData("?show=to-review", "S-2 S-1")]
    [InlineData("?show=overdue", "S-3")]
    [InlineData("?ward=a1", "S-2 S-1")]
    [InlineData("?ward=a1&show=overdue", "")]
    [InlineData("?sort=castle", "S-2 S-3 S-1")]
    [InlineData("?ward=z9", "")]
    public void GivenAddress_ThenThoseStaysInThatOrder(string query, string expected) =>
        string.Join(' ', List(query).Shown.Select(stay => stay.Stay.Reference)).ShouldBe(expected);

    [Fact]
    public void GivenOneWard_ThenItsCounts() =>
        List("?ward=a1").Counts.ShouldBe([(RoundShow.All, 2), (RoundShow.ToReview, 2), (RoundShow.Overdue, 0)]);

    [Fact]
    public void GivenStayJustReviewed_ThenTheNextIsTheOneAfterItAndAtLastThoseBefore()
    {
        List("").Next("S-2", _ => true)!.Stay.Reference.ShouldBe("S-1");
        List("").Next("S-1", _ => true)!.Stay.Reference.ShouldBe("S-2");
        List("").Next(null, site => site.Name == "b2").ShouldBeNull();
        List("?show=overdue").Next(null, _ => true).ShouldBeNull("the one with an overdue action is reviewed");
    }

    [Fact]
    public void GivenOpenStayThatIsNotAmongThoseAskedFor_ThenItIsShownAllTheSame() =>
        List("?show=overdue", open: "S-1").Shown.Select(stay => stay.Stay.Reference).ShouldBe(["S-3", "S-1"]);

    [Fact]
    public void GivenMoreThanAreShownAtOnce_ThenTheOthersWhenAskedFor()
    {
        var hospital = new GivenHospital("a1").At(Now).Says("a1", [.. Enumerable.Range(1, 60).Select(stay => new AdmitStay($"S-{stay}", $"{stay}", AdmittedAt: Now.AddDays(-10)))]);

        (List("", hospital: hospital).Shown.Length, List("", hospital: hospital).Later).ShouldBe((45, 15));
        var beside = List("", open: "S-30", hospital: hospital);
        (beside.Shown.Length, beside.Later, beside.Shown[4].Stay.Reference).ShouldBe((20, 40, "S-30"), "an open one has a few before it and more after it");
        (List("?all=yes", hospital: hospital).Shown.Length, List("?all=yes", hospital: hospital).Later).ShouldBe((60, 0));
    }

    /// <summary>S-1 and S-2 on A1 are to be reviewed; S-3 on B2 is, and its action is overdue.</summary>
    private static GivenHospital Hospital() => new GivenHospital("a1", "b2").At(Now.AddDays(-2))
        .Says("b2", new AdmitStay("S-3", "1", AdmittedAt: Now.AddDays(-12)), new AgreeAction("S-3", "Ask", "Ward", LocalDay.Of(Now.AddDays(-1))))
        .At(Now)
        .Says("a1", new AdmitStay("S-1", "1", AdmittedAt: Now.AddDays(-9)), new AdmitStay("S-2", "2", AdmittedAt: Now.AddDays(-30), ExpectedDischarge: LocalDay.Of(Now.AddDays(9))))
        .Says("b2", new SetExpectedDischarge("S-3", LocalDay.Of(Now)), new ReviewStay("S-3", ReviewOutcome.PlanOnTrack));

    private static RoundList List(string query, string? open = null, GivenHospital? hospital = null)
    {
        var sites = (hospital ?? Hospital()).Sites;
        var round = HospitalRound.Of(sites, before: null, RoundHospital.Of(sites).Single(), "stockport", Policies.LocalityPolicy.Default, Now);
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        return RoundList.Of(round, new(request), round.Stays.FirstOrDefault(stay => stay.Stay.Reference == open), Now);
    }
}

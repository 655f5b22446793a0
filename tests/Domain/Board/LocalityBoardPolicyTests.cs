using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Board;

/// <summary>A locality's own policy makes its rows and totals, from the instant at which it applies.</summary>
public sealed class LocalityBoardPolicyTests
{
    private static readonly DateTimeOffset Start = GivenBoard.Start;
    private static readonly LocalityPolicy Strict = new() { CareHome = new(1, 2), LongStayMidnights = 5, SuperStrandedMidnights = 10 };

    private readonly GivenBoard _board = GivenBoard.WithHome().And(GivenBoard.Ward, SiteKind.Ward)
        .Says(GivenBoard.Ward, new Beds.DeclareVacancies([new(Beds.BedType.Inpatient, 10, 0)]))
        .Says(GivenBoard.Ward, new AdmitStay("S-1", "1", AdmittedAt: Start.AddDays(-6)))
        .Says(GivenBoard.Ward, new AdmitStay("S-2", "2", AdmittedAt: Start.AddDays(-12)));

    [Fact]
    public void GivenPolicyOfTheLocality_ThenItsRowsAndTotalsAreMadeByIt()
    {
        _board.Sets(Strict).After(TimeSpan.FromHours(3));

        _board.Row(GivenBoard.Home).Freshness.ShouldBe(Freshness.Stale);
        var people = _board.Board.AsOf(_board.Now).Totals.Hospitals.Single().People;
        (people.LongStays, people.SuperStranded).ShouldBe((2, 1));
        _board.Board.AsOf(_board.Now).Totals.Sites.Stale.ShouldBe(1);
        _board.Board.AsOf(_board.Now).Policy.ShouldBe(Strict);
    }

    [Fact]
    public void GivenPolicyOfAnotherLocality_ThenItIsNothingHere()
    {
        _board.Policies.Set([new("salford", Start, Strict)]);

        _board.Row(GivenBoard.Ward).People!.LongStays.ShouldBe(1);
        _board.Board.NextBoundary.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public void GivenPolicyThatIsToApply_WhenItsInstantComes_ThenAllRowsAreMadeByItAndPublishedWithoutAnyEvent()
    {
        var from = Start.AddMinutes(90);
        var published = _board.Sets(Strict, from).Publish().ShouldNotBeNull();
        published.Policy.ShouldBe(LocalityPolicy.Default);
        _board.Board.NextBoundary.ShouldBe(from);
        _board.At(from.AddTicks(-1)).Publish().ShouldBeNull();
        _board.Row(GivenBoard.Home).Freshness.ShouldBe(Freshness.Fresh);

        var update = _board.At(from).Publish().ShouldNotBeNull();

        (update.From, update.Version, update.Rows.Length, update.Policy).ShouldBe((published.Version, published.Version, 2, Strict));
        update.Rows.Single(row => row.Site == GivenBoard.Home).Freshness.ShouldBe(Freshness.Ageing);
        update.Totals.Hospitals.Single().People.LongStays.ShouldBe(2);
        _board.Publish().ShouldBeNull();
        _board.Board.NextBoundary.ShouldBe(Start.AddHours(2).AddTicks(1), "the figures go stale by the new policy");
    }

    [Fact]
    public void GivenPublished_WhenAPolicyIsToldThatAppliesAlready_ThenPublishedAtTheNextLook()
    {
        _board.After(TimeSpan.FromHours(1)).Published().Sets(Strict, Start.AddDays(-1));

        _board.After(TimeSpan.FromSeconds(1)).Publish().ShouldNotBeNull().Rows.Length.ShouldBe(2);

        _board.Board.Whole().Policy.ShouldBe(Strict);
    }

    [Fact]
    public void GivenPolicyThatSaysTheSame_WhenItsInstantComes_ThenNothingIsPublishedAndItIsNotWaitedForAgain()
    {
        var boundary = _board.Published().Board.NextBoundary;
        _board.Sets(new(), Start.AddMinutes(10)).Board.NextBoundary.ShouldBe(Start.AddMinutes(10));

        _board.At(Start.AddMinutes(10)).Publish().ShouldBeNull();

        _board.Board.NextBoundary.ShouldBe(boundary);
    }

    [Fact]
    public void GivenScreenOfBeforeThePolicy_WhenItResumes_ThenItShowsTheBoardByThePolicy()
    {
        var screen = BoardCopy.Of(_board.Published().Board.Whole());
        _board.After(TimeSpan.FromHours(1)).Sets(Strict).Published();

        screen.Take(_board.Board.Since(screen.Version, screen.At)).ShouldBeTrue();

        screen.ShouldShow(_board.Board.AsOf(_board.Now));
    }

    [Fact]
    public void GivenScreenOfANodeThatHearsOfThePolicyLater_WhenItResumesHere_ThenTheWholeBoard()
    {
        _board.Published().Sets(Strict).Published();

        _board.After(TimeSpan.FromMinutes(9)).Board.Since(_board.Board.Whole().Version, _board.Now).From.ShouldBe(0);
        _board.After(TimeSpan.FromMinutes(2)).Board.Since(_board.Board.Whole().Version, _board.Now).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void GivenBoardStartedAnew_WhenAScreenOfLongAfterThePolicyResumes_ThenOnlyWhatChangedSince()
    {
        _board.Sets(Strict).At(Start.AddMinutes(30)).Published();
        var anew = new LocalityBoard("stockport", _board.Policies);
        anew.FoldAll(_board.Entries);

        anew.Publish(_board.Now).ShouldNotBeNull();

        anew.Since(anew.Whole().Version, Start.AddMinutes(20)).Rows.ShouldBeEmpty();
        anew.Since(anew.Whole().Version, Start.AddMinutes(-1)).From.ShouldBe(0);
    }
}

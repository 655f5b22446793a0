using CapacityBoard.Beds;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

/// <summary>A care home says what is free, over HTTP and without scripts.</summary>
public sealed class SitePageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private const string Stepper = "step-general-nursing";

    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenHome_WhenOneMoreBedIsFree_ThenOneTapSavesItAndSaysSo()
    {
        var page = await Visit(await board.CareHome("one-tap", 10, 6));

        var after = await _visitor.Send(page, Stepper, ("step", "more"));

        after.Status.ShouldBe(200);
        after.Path.ShouldBe("/stockport/sites/one-tap");
        after.Said.ShouldMatch(@"^Saved at \d\d:\d\d\. 5 general nursing beds free\.$");
        after.Text.ShouldContain("5 of 10 occupied");
        after.Text.ShouldContain("by The Limes");
    }

    [Fact]
    public async Task GivenTheSameFormTwice_ThenOneBedOnly()
    {
        var page = await Visit(await board.CareHome("double-tap", 10, 6));
        await _visitor.Send(page, Stepper, ("step", "more"));

        var again = await _visitor.Send(page, Stepper, ("step", "more"));

        again.Said.ShouldContain("5 general nursing beds free.");
    }

    [Fact]
    public async Task GivenPageOfBeforeAnothersChange_ThenNothingIsOverwrittenAndTheNewNumbersAreShown()
    {
        var home = await board.CareHome("stale-page", 10, 6);
        var page = await Visit(home);
        (await board.Declare(home, 10, 2)).ThenAccepted();

        var after = await _visitor.Send(page, Stepper, ("step", "fewer"));

        after.Title.ShouldStartWith("Error: ");
        after.ErrorSummary.ShouldContain("changed these numbers");
        after.Text.ShouldContain("2 of 10 occupied");
        (await _visitor.Send(after, Stepper, ("step", "fewer"))).Said.ShouldContain("7 general nursing beds free.");
    }

    [Fact]
    public async Task GivenHomeThatNeverDeclared_WhenThreeAnswersAreGiven_ThenItIsOnTheBoard()
    {
        var home = SiteKey.Of(TestBoard.Locality, "first-time");
        (await board.Register(SiteKind.CareHome, home)).ThenAccepted();

        var after = await _visitor.Send(await Visit(home), "first", ("type", "dementia-nursing"), ("total", "12"), ("free", "2"));

        after.Said.ShouldContain("2 dementia nursing beds free.");
        after.Text.ShouldContain("10 of 12 occupied");
    }

    [Fact]
    public async Task GivenWhatCannotBe_ThenSaidAtTheFieldAndWhatWasTypedIsStillThere()
    {
        var page = await Visit(await board.CareHome("typed", 10, 6));

        var after = await _visitor.Send(page, "numbers-general-nursing", ("total", "11"), ("free", "<many>"));

        after.Title.ShouldStartWith("Error: ");
        after.ErrorSummary.ShouldBe("Free now must be a whole number from 0 to 2000.");
        after.Html.ShouldContain("href=\"#numbers-general-nursing-free\"");
        var (_, fields) = after.Form("numbers-general-nursing");
        fields["total"].ShouldBe("11");
        fields["free"].ShouldBe("<many>");
    }

    [Fact]
    public async Task GivenVacancyExpected_WhenFreeNow_ThenOneBedMoreIsFree()
    {
        var page = await Visit(await board.CareHome("expects", 10, 6));
        var after = await _visitor.Send(page, "expect", ("reason", "Going home"));
        after.Said.ShouldContain("General nursing bed expected");
        var free = after.FormOf("free");

        (await _visitor.Send(after, free)).Said.ShouldContain("5 general nursing beds free.");
    }

    [Fact]
    public async Task GivenSuspension_ThenTheHomeSeesWhoAndWhyAndItCanBeLifted()
    {
        var home = await board.CareHome("suspended", 10, 6);
        (await board.Say(SiteKind.CareHome, home, new SuspendPlacements("Inspection"))).ThenAccepted();
        var page = await Visit(home);
        page.Text.ShouldContain("Placements are suspended");
        page.Text.ShouldContain("Inspection");

        (await _visitor.Send(page, "lift-site")).Text.ShouldNotContain("Placements are suspended");
    }

    [Fact]
    public async Task GivenHomeThatIsClosed_ThenItsPagesSaySinceWhenByWhomAndWhyAndHaveNoForms()
    {
        var home = await board.CareHome("closed", 10, 6);
        var open = await Visit(home);
        (await board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenAccepted();

        foreach (var path in new[] { "/stockport/sites/closed", "/stockport/hold?site=stockport/closed&type=general-nursing" })
        {
            var page = await _visitor.Visit(path);
            page.Text.ShouldMatch(@"Closed since today at \d\d:\d\d, by API: Home sold\.");
            page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..].ShouldNotContain("<form");
        }

        var after = await _visitor.Send(open, Stepper, ("step", "more"));

        after.ErrorSummary.ShouldContain("Home sold. Reopen it first.");
        after.Html.ShouldContain("href=\"#closed\"");
        after.Html[after.Html.IndexOf("<main", StringComparison.Ordinal)..].ShouldNotContain("<form");
    }

    [Fact]
    public async Task GivenLocalityOfWhichAllSitesAreClosed_ThenItIsListedAndItsBoardIsEmpty()
    {
        var home = await board.CareHome("the-last", locality: "nowhere-open");
        (await board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenAccepted();

        (await _visitor.Visit("/")).Text.ShouldContain("Nowhere Open");
        (await _visitor.Visit("/nowhere-open")).Text.ShouldContain("No sites are on this board now.");
        (await _visitor.Visit("/nowhere-open/wall")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/stockport/sites/nowhere")]
    [InlineData("/nowhere/sites/nowhere")]
    [InlineData("/stockport/hold?site=stockport/nowhere")]
    [InlineData("/stockport/hold")]
    [InlineData("/stockport/sites/nowhere/people")]
    [InlineData("/stockport/sites/nowhere/a1")]
    public async Task GivenUnknownSite_ThenAFriendlyPageSaysSo(string path)
    {
        await board.CareHome("somewhere");

        var page = await _visitor.Visit(path);

        page.Status.ShouldBe(404);
        page.Title.ShouldBe("Page not found – Capacity board");
    }

    private async Task<VisitedPage> Visit(SiteKey site)
    {
        await board.OnTheBoard(site);
        return await _visitor.Visit($"/{site.Locality}/sites/{site.Name}");
    }
}

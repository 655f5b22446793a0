using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Admin;

/// <summary>An administrator puts sites on the board and says their details anew.</summary>
public sealed class SitesPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();

    public void Dispose() => _stockport.Dispose();

    [Fact]
    public async Task GivenNewHome_WhenRegistered_ThenItIsOnTheBoardUnderAKeyMadeFromItsName()
    {
        var after = await Register(("kind", "care-home"), ("name", "St Ann’s (North)"), ("postcode", "sk27je"), ("telephone", "0161 496 0123"), ("registeredBeds", "41"));

        after.Said.ShouldStartWith("St Ann’s (North) is on the board.");
        after.Path.ShouldBe("/admin/sites?locality=stockport");
        after.Text.ShouldContain("stockport/st-anns-north");
        var text = (await board.Read(SiteKind.CareHome, SiteKey.Of("stockport", "st-anns-north"))).ThenAccepted().Text;
        text.ShouldContain("SK2 7JE");
        text.ShouldContain("41");
    }

    [Fact]
    public async Task GivenWardsOfAHospital_WhenAnotherIsRegistered_ThenItsKeyHasTheHospitalsPart()
    {
        var ward = SiteKey.OfWard("stockport", "stepping-hill", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        await board.OnTheBoard(ward);

        var after = await Register(("kind", "ward"), ("name", "B2"), ("hospital", "stepping hill hospital"));

        after.Text.ShouldContain("stockport/stepping-hill/b2");
    }

    [Fact]
    public async Task GivenTheSameFormTwice_ThenTheSiteIsThereOnceAndNothingIsWrong()
    {
        var page = await _stockport.Visit("/admin/sites?locality=stockport");
        (string, string)[] typed = [("kind", "care-home"), ("name", "Sent Twice")];
        await _stockport.Send(page, "register", typed);

        (await _stockport.Send(page, "register", typed)).Said.ShouldStartWith("Sent Twice is on the board.");
    }

    [Theory]
    [InlineData("", "A Home", "", "SK2 7JE", "", "register-kind")]
    [InlineData("care-home", "", "", "SK2 7JE", "", "register-name")]
    [InlineData("care-home", "!!!", "", "SK2 7JE", "", "register-name")]
    [InlineData("care-home", "The Taken Home", "", "SK2 7JE", "", "register-name")]
    [InlineData("care-home", "A Home", "", "Stockport", "", "register-postcode")]
    [InlineData("care-home", "A Home", "", "SK2 7JE", "many", "register-registeredBeds")]
    [InlineData("care-home", "A Home", "", "SK2 7JE", "99999", "register-registeredBeds")]
    [InlineData("ward", "A1", "", "SK2 7JE", "", "register-hospital")]
    public async Task GivenWhatCannotBe_WhenRegistered_ThenSaidAtTheField(string kind, string name, string hospital, string postcode, string beds, string field)
    {
        await board.OnTheBoard(await board.CareHome("the-taken-home"));

        var after = await Register(("kind", kind), ("name", name), ("hospital", hospital), ("postcode", postcode), ("registeredBeds", beds));

        after.Title.ShouldStartWith("Error: ");
        after.Html.ShouldContain($"href=\"#{field}\"");
        (await board.Read(SiteKind.CareHome, SiteKey.Of("stockport", "a-home"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task GivenAnotherLocality_ThenItsSitesAreNotShownAndNoneIsRegisteredThere()
    {
        await board.OnTheBoard(await board.CareHome("a-home-there", locality: "trafford"));
        (await _stockport.Visit("/admin/sites?locality=trafford")).Status.ShouldBe(404);
        var page = await _stockport.Visit("/admin/sites?locality=stockport");
        var forged = page with { Html = page.Html.Replace("locality=stockport", "locality=trafford", StringComparison.Ordinal) };

        (await _stockport.Send(forged, "register", ("kind", "care-home"), ("name", "Forged"))).Status.ShouldBe(404);

        (await board.Read(SiteKind.CareHome, SiteKey.Of("trafford", "forged"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task GivenAdministratorOfAHospital_ThenOnlyItsWardsAreShownAndRegistered()
    {
        using var hospital = new Visitor(board.Address, name: "Of the hospital", grants: [Administrators.At(Role.Administrator, "stockport/the-hospital")]);
        await board.OnTheBoard(await board.CareHome("not-a-ward"));
        var page = await hospital.Visit("/admin/sites");
        page.Text.ShouldNotContain("Not A Ward");

        (await hospital.Send(page, "register", ("kind", "care-home"), ("name", "Out"))).ErrorSummary.ShouldContain("only in stockport/the-hospital");
        (await hospital.Send(page, "register", ("kind", "ward"), ("name", "C3"), ("hospital", "The Hospital"))).Text.ShouldContain("stockport/the-hospital/c3");
    }

    [Fact]
    public async Task GivenSite_WhenRenamed_ThenItsKeyStaysAndTheRestIsKept()
    {
        var home = await board.CareHome("old-name");
        await board.OnTheBoard(home);
        var page = await _stockport.Visit("/admin/sites/edit?site=stockport/old-name");

        var after = await _stockport.Send(page, "edit", ("name", "New Name <b>"), ("telephone", "0161 496 0999"));

        after.Said.ShouldBe("Saved: New Name <b>.");
        after.Html.ShouldNotContain("Name <b>");
        after.Path.ShouldBe("/admin/sites/edit?site=stockport%2Fold-name");
        (await board.Read(SiteKind.CareHome, home)).Text.ShouldContain("0161 496 0999");
        (await _stockport.Send(after, "edit", ("telephone", "call us"))).Html.ShouldContain("href=\"#edit-telephone\"");
    }

    [Theory]
    [InlineData("trafford/a-home-there", 403)]
    [InlineData("stockport/nowhere", 404)]
    [InlineData("nothing", 403)]
    public async Task GivenSiteElsewhereOrNowhere_WhenItsDetailsAreAskedFor_ThenRefused(string site, int status) =>
        (await _stockport.Visit($"/admin/sites/edit?site={site}")).Status.ShouldBe(status);

    [Fact]
    public async Task GivenSiteElsewhere_WhenAFormIsForgedForIt_ThenForbidden()
    {
        await board.OnTheBoard(await board.CareHome("ours"));
        var there = await board.CareHome("theirs", locality: "trafford");
        await board.OnTheBoard(there);
        var page = await _stockport.Visit("/admin/sites/edit?site=stockport/ours");
        var forged = page with { Html = page.Html.Replace("site=stockport%2Fours", "site=trafford%2Ftheirs", StringComparison.Ordinal) };

        (await _stockport.Send(forged, "edit", ("name", "Taken over"))).Status.ShouldBe(403);

        (await board.Read(SiteKind.CareHome, there)).Text.ShouldNotContain("Taken over");
    }

    private async Task<VisitedPage> Register(params (string, string)[] typed) =>
        await _stockport.Send(await _stockport.Visit("/admin/sites?locality=stockport"), "register", typed);
}

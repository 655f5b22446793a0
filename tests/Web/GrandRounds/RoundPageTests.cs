using System.Globalization;
using System.Text.Json;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.GrandRounds;

/// <summary>A grand round, over HTTP and without scripts. Each test has a hospital of its own.</summary>
public sealed class RoundPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Address);

    private DateTimeOffset Now => board.Clock.GetUtcNow();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenTwoLongStays_WhenOneIsReviewed_ThenRecordedWithItsActionAndTheNextIsUnfolded()
    {
        var ward = await Ward("reviews", ("R-1", 30), ("R-2", 12), ("R-3", 3));
        var page = await Open(ward, "R-1");
        page.Text.ShouldContain("30 nights 21 or more");
        page.Text.ShouldNotContain("R-3");

        var after = await _visitor.Send(
            page, "review", ("outcome", "escalated"), ("note", "No package in the north"), ("what-1", "Ask the panel"), ("owner-1", "Transfer team"), ("due-1-date", Day(3)));

        after.Said.ShouldContain("R-1 reviewed. Next: R-2");
        after.Path.ShouldContain("stay=R-2");
        after.Text.ShouldContain("1 of 2 reviewed");
        after.Text.ShouldContain("Escalated above the ward. “No package in the north”");
        after.Text.ShouldContain("Ask the panel: Transfer team, due");
        (await Round(ward)).Stays[0].Stay.Round!.Open.ShouldHaveSingleItem().Owner.ShouldBe("Transfer team");
    }

    [Fact]
    public async Task GivenTheLastOne_WhenReviewed_ThenSaidThatAllAre()
    {
        var ward = await Ward("lasts", ("R-1", 30));

        var after = await _visitor.Send(await Open(ward, "R-1"), "review", ("outcome", "plan-on-track"));

        after.Said.ShouldContain("R-1 reviewed. Everyone on the list is now reviewed.");
        after.Path.ShouldNotContain("stay=");
    }

    [Fact]
    public async Task GivenNoOutcomeAndAnActionWithoutName_ThenToldAtTheFieldsAndNothingIsRecordedOrLost()
    {
        var ward = await Ward("faults", ("R-1", 30));

        var after = await _visitor.Send(await Open(ward, "R-1"), "review", ("note", "Kept"), ("what-2", "Ask the panel"), ("due-2-date", "1/1/2020"));

        after.ErrorSummary.ShouldContain("Choose what the round found.");
        after.ErrorSummary.ShouldContain("Enter the owner.");
        after.ErrorSummary.ShouldContain("The due date must be today or later, and at most 1 year ahead.");
        after.Form("review").Fields["note"].ShouldBe("Kept");
        after.Form("review").Fields["what-2"].ShouldBe("Ask the panel");
        (await Round(ward)).Summary.Reviewed.ShouldBe(0);
    }

    [Fact]
    public async Task GivenTwoReviewersAtOnce_ThenTheSecondIsToldKeepsTheirWordsAndBothStand()
    {
        var ward = await Ward("twos", ("R-1", 30));
        using var other = new Visitor(board.Address, name: "Dev Patel, grand round");
        var (mine, theirs) = (await Open(ward, "R-1"), await other.Visit(PathTo(ward, "R-1")));
        (await other.Send(theirs, "review", ("outcome", "leaving"), ("note", "Goes home tomorrow"))).Said.ShouldContain("R-1 reviewed");

        var told = await _visitor.Send(mine, "review", ("outcome", "escalated"), ("note", "Family objects"), ("what-1", "Call the family"), ("owner-1", "Ward"), ("due-1", Day(1)));

        told.ErrorSummary.ShouldContain("Dev Patel, grand round reviewed this stay at");
        told.Text.ShouldContain("Leaving today or tomorrow. “Goes home tomorrow”");
        told.Form("review").Fields["note"].ShouldBe("Family objects");
        told.Form("review").Fields["outcome"].ShouldBe("escalated");
        told.Form("review").Fields["what-1"].ShouldBe("Call the family");

        var sent = await _visitor.Send(told, "review", ("due-1", Day(1)));

        sent.Said.ShouldContain("R-1 reviewed");
        (await NotesOf(ward)).ShouldBe(["Goes home tomorrow", "Family objects"]);
    }

    [Fact]
    public async Task GivenFaultAfterAnotherReview_WhenCorrected_ThenToldOfTheOtherFirst()
    {
        var ward = await Ward("threes", ("R-1", 30));
        using var other = new Visitor(board.Address, name: "Dev Patel, grand round");
        var mine = await Open(ward, "R-1");
        await other.Send(await other.Visit(PathTo(ward, "R-1")), "review", ("outcome", "leaving"), ("note", "Goes home"));
        var faulty = await _visitor.Send(mine, "review", ("note", "Stays"));
        faulty.ErrorSummary.ShouldContain("Choose what the round found.");

        var told = await _visitor.Send(faulty, "review", ("outcome", "escalated"));

        told.ErrorSummary.ShouldContain("Dev Patel, grand round reviewed this stay at");
        (await NotesOf(ward)).ShouldBe(["Goes home"]);
    }

    [Fact]
    public async Task GivenPersonWhoLeftMeanwhile_WhenReviewed_ThenSaidAndTheWordsAreShown()
    {
        var ward = await Ward("leavers", ("R-1", 30), ("R-2", 20));
        var page = await Open(ward, "R-1");
        await Say(ward, new DischargeStay("R-1", Destination.UsualResidence));

        var after = await _visitor.Send(page, "review", ("outcome", "escalated"), ("note", "Family objects"));

        after.Status.ShouldBe(200);
        after.ErrorSummary.ShouldNotBeEmpty();
        after.Text.ShouldContain("You wrote: Family objects");
    }

    [Fact]
    public async Task GivenOpenActions_WhenDoneDroppedAndChanged_ThenSo()
    {
        var ward = await Ward("acts", ("R-1", 30));
        var today = LocalDay.Of(Now);
        await Say(ward, new ReviewStay("R-1", ReviewOutcome.Escalated, null, [new("First", "Ward", today), new("Second", "Ward", today), new("Third", "Ward", today.AddDays(1))]));

        var page = await Open(ward, "R-1");
        page = await _visitor.Send(page, page.FormOf("done", "the-what", "First"));
        page.Said.ShouldContain("Done for R-1: First.");
        page = await _visitor.Send(page, page.FormOf("drop", "the-what", "Second"));
        page.Said.ShouldContain("No longer needed for R-1: Second.");
        page = await _visitor.Send(page, page.FormOf("change", "the-what", "Third"), ("owner", "Social work"), ("due", Day(1)), ("due-date", Day(5)));
        page.Said.ShouldContain("Changed for R-1: Third.");

        var open = (await Round(ward)).Stays[0].Stay.Round!.Open.ShouldHaveSingleItem();
        (open.What, open.Owner, open.Due).ShouldBe(("Third", "Social work", today.AddDays(5)));
    }

    [Fact]
    public async Task GivenActionsOfSeveralOwners_ThenOnesOwnAreShownFirstAndEveryOwnersCanBe()
    {
        var ward = await Ward("owners", ("R-71", 30));
        var today = LocalDay.Of(Now);
        await Say(ward, new ReviewStay("R-71", ReviewOutcome.Escalated, null, [new("Mine to do", "the transfer desk", today), new("Theirs to do", "Social work", today)]));
        using var mine = new Visitor(board.Address, name: "Callum Reid, the transfer desk");

        var own = await mine.Visit("/stockport/actions");
        own.Text.ShouldContain("Mine to do");
        own.Text.ShouldNotContain("Theirs to do");
        (await mine.Visit("/stockport/actions?owner=Social%20work")).Text.ShouldContain("Theirs to do");
        (await mine.Visit("/stockport/actions?owner=all")).Text.ShouldContain("Mine to do");

        var done = await mine.Send(own, own.FormOf("done", "the-what", "Mine to do"));
        done.Said.ShouldContain("Done for R-71: Mine to do.");
        done.Text.ShouldContain("You have no open actions.");
    }

    [Fact]
    public async Task GivenViewerOfCounts_ThenCounts()
    {
        var ward = await Ward("counts", ("R-88", 30));
        using var viewer = new Visitor(board.Address, name: "Femi, viewer", grants: [new(Role.Viewer, Scope.Parse("stockport"))]);

        (await viewer.Visit($"/stockport/grand-round?hospital={ward.Hospital}")).Text.ShouldContain("1 stay of 7 nights or more");
    }

    [Fact]
    public async Task GivenRoleOfOneWard_ThenItsOwnStaysAndNoOthers()
    {
        var (own, other) = (await Ward("wards", ("R-91", 30)), await Ward("wards", ["other"], ("R-92", 40)));
        using var nurse = new Visitor(board.Address, name: "Beth, own ward", grants: [new(Role.Ward, Scope.Of(own))]);

        var page = await nurse.Visit($"/stockport/grand-round?hospital={own.Hospital}");

        page.Text.ShouldContain("R-91");
        page.Html.ShouldNotContain("R-92");
        page.Text.ShouldContain("2 stays of 7 nights or more");
        (await nurse.Visit($"/stockport/grand-round/walk?hospital={own.Hospital}")).Html.ShouldNotContain("R-92");
        (await nurse.Visit(PathTo(other, "R-92"))).Html.ShouldNotContain("R-92");
    }

    [Fact]
    public async Task GivenStaysOfTwoWards_ThenThePrintIsByWardAndByBedWithReferences()
    {
        var ward = await Ward("walks", ("R-31", 9), ("R-32", 30));
        await Ward("walks", ["other"], ("R-33", 40));

        var page = await _visitor.Visit($"/stockport/grand-round/walk?hospital={ward.Hospital}");

        page.Html.IndexOf("R-31", StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("R-32", StringComparison.Ordinal));
        page.Html.IndexOf("R-32", StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("R-33", StringComparison.Ordinal));
        var one = await _visitor.Visit($"/stockport/grand-round/walk?hospital={ward.Hospital}&ward=other");
        one.Html.ShouldContain("R-33");
        one.Html.ShouldNotContain("R-31");
    }

    [Fact]
    public async Task GivenRoundThatIsSeenAndReviewed_ThenTheAccessLogTellsBoth()
    {
        var ward = await Ward("audits", ("R-61", 30));
        using var reader = new Visitor(board.Address, name: "Noted Reader");

        await reader.Send(await reader.Visit(PathTo(ward, "R-61")), "review", ("outcome", "leaving"));

        var lines = await board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.Where(line => line.Who == "Noted Reader").ToListAsync());
        lines.ShouldContain(line => line.Act == Acts.SawStays && line.About == ward.Value);
        lines.ShouldContain(line => line.Act == "review-stay" && line.Stay == "R-61");
    }

    [Fact]
    public async Task GivenUnknownHospital_ThenThereIsNoSuchPage()
    {
        await Ward("known", ("R-1", 30));

        (await _visitor.Visit("/stockport/grand-round?hospital=nowhere")).Status.ShouldBe(404);
        (await _visitor.Visit("/stockport/grand-round/summary?hospital=nowhere")).Status.ShouldBe(404);
        (await board.Get("/api/localities/stockport/grand-round?hospital=nowhere")).ThenRefused(404, "unknown-hospital");
    }

    private static string PathTo(SiteKey ward, string stay) =>
        $"/stockport/grand-round?hospital={ward.Hospital}&site={Uri.EscapeDataString(ward.Value)}&stay={stay}";

    private string Day(int ahead) => LocalDay.Of(Now).AddDays(ahead).ToString("O", CultureInfo.InvariantCulture);

    private Task<VisitedPage> Open(SiteKey ward, string stay) => _visitor.Visit(PathTo(ward, stay));

    private async Task<HospitalRound> Round(SiteKey ward) => JsonSerializer.Deserialize<HospitalRound>(
        (await board.Get($"/api/localities/stockport/grand-round?hospital={ward.Hospital}")).ThenAccepted().Text, DomainJson.Options)!;

    private async Task<IEnumerable<string?>> NotesOf(SiteKey ward) =>
        (await board.Journal.ReadSite(ward, 0, CancellationToken.None)).Select(entry => entry.Event).OfType<StayReviewed>().Select(review => review.Note);

    private Task<SiteKey> Ward(string hospital, params (string Stay, int Nights)[] stays) => Ward(hospital, ["a1"], stays);

    /// <summary>A ward of people with so many nights each, in beds 1, 2 and on.</summary>
    private async Task<SiteKey> Ward(string hospital, string[] name, params (string Stay, int Nights)[] stays)
    {
        var ward = SiteKey.OfWard(TestBoard.Locality, hospital, name[0]);
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        await Say(ward, [new DeclareVacancies([new(BedType.Inpatient, 9, 0)]), .. stays.Select((each, index) => new AdmitStay(each.Stay, $"{index + 1}", AdmittedAt: Now.AddDays(-each.Nights)))]);
        await board.OnTheBoard(ward);
        return ward;
    }

    private Task Say(SiteKey ward, params IEnumerable<SiteCommand> commands) => board.SayAll(SiteKind.Ward, ward, commands);
}

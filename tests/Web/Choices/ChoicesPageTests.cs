using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Choices;

/// <summary>A person's choice list, over HTTP and without scripts.</summary>
public sealed class ChoicesPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private static readonly Needs Nursing = new([TestBoard.Type], Nursing: true, Note: "Likes cats");

    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenPersonWithNeeds_ThenPlacesStandInTheirGroupsWithWhy()
    {
        var (ward, home) = await Given("groups");
        (await board.Say(SiteKind.CareHome, await Home("groups", "the-full", 0), new ConfirmUnchanged())).ThenAccepted();
        (await board.Say(SiteKind.CareHome, await Home("groups", "the-stopped", 2), new SuspendPlacements("Staffing"))).ThenAccepted();

        var page = await _visitor.Visit(PathOf(ward));

        page.Text.ShouldContain("Places for W-1");
        page.Text.ShouldContain("Note Likes cats");
        page.Text.ShouldContain("Free now 1 1. The Oaks");
        page.Text.ShouldContain("2 of 10 general nursing beds free");
        page.Text.ShouldContain("Suitable but full 1 2. The Full");
        page.Text.ShouldContain("The Stopped Placements here are suspended. (“Staffing”,");
        home.Locality.ShouldBe("groups");
    }

    [Fact]
    public async Task GivenPersonOfWhomNobodyHasSaidWhatTheyNeed_ThenThatIsWhatThePageSays()
    {
        var (ward, _) = await Given("no-needs", needs: null);

        (await _visitor.Visit(PathOf(ward))).Text.ShouldContain("No needs recorded yet");
    }

    [Fact]
    public async Task GivenNoSuchStay_ThenThereIsNoSuchPage()
    {
        await Given("unknown");

        foreach (var query in new[] { "site=none&stay=W-1", "site=unknown/the-hospital/a1&stay=W-9", "site=elsewhere/the-hospital/a1&stay=W-1", "" })
        {
            (await _visitor.Visit($"/unknown/choices?{query}")).Status.ShouldBe(404, query);
        }
    }

    [Fact]
    public async Task GivenFreeBed_WhenHeldFromTheList_ThenThePlaceIsToldWhatItHasToKnowAndNoMore()
    {
        var (ward, home) = await Given("holding", Nursing with { Near = "SK2", Wished = [SiteKey.Of("holding", "the-oaks")] });

        var held = await _visitor.Send(await _visitor.Visit(PathOf(ward)), FormAt(home));

        held.Said.ShouldContain("A general nursing bed is held at The Oaks until tomorrow");
        held.Text.ShouldContain("Held for this person General nursing bed at The Oaks");
        held.Text.ShouldContain("No response yet.");
        held.Html.ShouldNotContain($"id=\"{FormAt(home)}\"");
        var hold = (await board.Read(SiteKind.CareHome, home)).Json["holds"]![0]!;
        ((string?)hold["stay"]).ShouldBe("W-1");
        ((string?)hold["from"]).ShouldBe(ward.Value);
        ((string?)hold["telephone"]).ShouldBe("0161 496 0100");
        ((string?)hold["needs"]!["note"]).ShouldBe("Likes cats");
        hold["needs"]!["near"].ShouldBeNull();
        hold["needs"]!["wished"]?.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenLastBedOnTwoPeoplesLists_WhenBothHoldIt_ThenOneIsToldAndShownTheListAnew()
    {
        var (ward, _) = await Given("race");
        var last = await Home("race", "the-last", 1);
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("W-2", "2"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("W-2", Nursing))).ThenAccepted();
        var (first, second) = (await _visitor.Visit(PathOf(ward)), await _visitor.Visit(PathOf(ward, "W-2")));

        (await _visitor.Send(first, FormAt(last))).Said.ShouldContain("is held at The Last");
        var after = await _visitor.Send(second, FormAt(last));

        after.ErrorSummary.ShouldContain("No beds of this type are free here now");
        after.Html.ShouldContain($"href=\"#{ElementId.Of("place", last.Value)}\"");
        after.Text.ShouldContain("Suitable but full 1 2. The Last");
        after.Text.ShouldNotContain("Held for this person");
    }

    [Fact]
    public async Task GivenFormSentTwice_ThenHeldOnceAndNobodyIsTroubled()
    {
        var (ward, home) = await Given("twice");
        var page = await _visitor.Visit(PathOf(ward));

        await _visitor.Send(page, FormAt(home));
        var again = await _visitor.Send(page, FormAt(home));

        again.Said.ShouldContain("is held at The Oaks");
        (await board.Read(SiteKind.CareHome, home)).Json["holds"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenPlaceThatIsSuspendedMeanwhile_WhenHeld_ThenToldWhyItIsOffTheList()
    {
        var (ward, home) = await Given("meanwhile");
        var page = await _visitor.Visit(PathOf(ward));
        (await board.Say(SiteKind.CareHome, home, new SuspendPlacements("Infection"))).ThenAccepted();

        (await _visitor.Send(page, FormAt(home))).ErrorSummary.ShouldBe("The Oaks is no longer on the list. Placements here are suspended.");
    }

    [Fact]
    public async Task GivenArrivalThatCannotBe_ThenSaidAtTheFieldWithAllThatWasTyped()
    {
        var (ward, home) = await Given("arrival");

        var after = await _visitor.Send(await _visitor.Visit(PathOf(ward)), FormAt(home), ("arrival-date-day", "1"), ("arrival-date-month", "1"), ("arrival-date-year", "2020"), ("arrival-time", "10:00"));

        after.ErrorSummary.ShouldBe("The arrival must be between now and the end of the hold.");
        after.Form(FormAt(home)).Fields["arrival-date-year"].ShouldBe("2020");
    }

    [Fact]
    public async Task GivenNurseOfTheWard_ThenTheTransferTeamIsToBeAskedAndNoFormIsThere()
    {
        var (ward, home) = await Given("nurse");
        using var nurse = new Visitor(board.Address, name: "Nurse of the ward", grants: [new(Role.Ward, Scope.Of(ward))]);

        var page = await nurse.Visit(PathOf(ward));

        page.Text.ShouldContain("Ask the transfer team to hold a bed here.");
        page.Html.ShouldNotContain($"id=\"{FormAt(home)}\"");
        page.Text.ShouldContain("Change needs");
    }

    [Fact]
    public async Task GivenTransferTeamOfTheHospital_WhenAPlaceIsOfAnotherLocality_ThenItsPeoplesWordsAreNotShownNorIsItHeld()
    {
        var (ward, _) = await Given("team", Nursing with { Wished = [SiteKey.Of("far", "the-stopped"), SiteKey.Of("far", "the-free")] });
        (await board.Say(SiteKind.CareHome, await Home("far", "the-stopped", 2), new SuspendPlacements("Secret words"))).ThenAccepted();
        var free = await Home("far", "the-free", 2);
        using var team = new Visitor(board.Address, name: "Team of the hospital", grants: [new(Role.TransferTeam, Scope.Parse("team"))]);

        var page = await team.Visit(PathOf(ward));

        page.Text.ShouldContain("Placements here are suspended.");
        page.Text.ShouldNotContain("Secret words");
        page.Html.ShouldNotContain($"id=\"{FormAt(free)}\"");
        page.Html.ShouldContain($"id=\"{FormAt(SiteKey.Of("team", "the-oaks"))}\"");
    }

    [Fact]
    public async Task GivenFamilysView_ThenItHasNoReferenceAndIsGivenWithItsStamp()
    {
        var (ward, _) = await Given("family");

        var page = await _visitor.Visit($"{PathOf(ward)}&for=family");
        var sheet = page.Html[page.Html.IndexOf("<article", StringComparison.Ordinal)..page.Html.IndexOf("</article>", StringComparison.Ordinal)];
        var given = await _visitor.Send(page, "give");

        sheet.ShouldNotContain("W-1");
        page.Title.ShouldNotContain("W-1");
        given.Said.ShouldContain("was given to the person or family.");
        given.Text.ShouldContain("The person or family was given the list from today");
        var choices = (await board.Read(SiteKind.Ward, ward)).Json["stays"]![0]!["plan"]!["choices"]!;
        ((long)choices["version"]!).ShouldBe(long.Parse(page.Form("give").Fields["the-version"], null));
    }

    [Fact]
    public async Task GivenListThatWasGiven_WhenOpenedLater_ThenItIsAsItWasAndOnlyToBeRead()
    {
        var (ward, home) = await Given("again");
        var then = (await board.Get($"/api/localities/again/choices?site={ward}&stay=W-1")).ThenAccepted().Json;
        await _visitor.Send(await _visitor.Visit($"{PathOf(ward)}&for=family"), "give");
        (await board.Say(SiteKind.CareHome, home, new SuspendPlacements("Infection"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("W-1", new([BedType.GeneralResidential])))).ThenAccepted();

        var now = await _visitor.Visit(PathOf(ward));
        now.Text.ShouldNotContain("2 of 10 general nursing beds free");
        var page = await _visitor.Visit(ListAsGiven(now));

        page.Text.ShouldContain("As it was on");
        page.Text.ShouldContain("Free now 1 1. The Oaks");
        page.Text.ShouldContain("Beds General nursing");
        page.Html.ShouldNotContain($"id=\"{FormAt(home)}\"");
        page.Text.ShouldNotContain("Change needs");
        (await _visitor.Visit($"{ListAsGiven(now)}&for=family")).Html.ShouldNotContain("id=\"give\"");
        var again = (await board.Get($"/api/localities/again/choices?site={ward}&stay=W-1&version={then["version"]}&at={then["at"]}")).ThenAccepted();
        again.Json.ToJsonString().ShouldBe(then.ToJsonString());
    }

    [Fact]
    public async Task GivenPersonWhoHasMovedOrLeft_ThenLedToWhereTheyAreNow()
    {
        var (ward, _) = await Given("moved");
        var other = SiteKey.OfWard("moved", "the-hospital", "b2");
        (await board.Register(SiteKind.Ward, other)).ThenAccepted();
        (await board.Say(SiteKind.Ward, other, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        await _visitor.Send(await _visitor.Visit($"{PathOf(ward)}&for=family"), "give");
        (await board.Transfer(ward, "W-1", other, "3")).ThenAccepted();

        var moved = await _visitor.Visit(PathOf(ward));
        moved.Path.ShouldContain("b2");
        (await _visitor.Visit(ListAsGiven(moved))).Text.ShouldContain("Bed 1, A1, The Hospital");

        (await board.Say(SiteKind.Ward, other, new DischargeStay("W-1", Destination.UsualResidence))).ThenAccepted();
        (await _visitor.Visit(PathOf(other))).Path.ShouldStartWith("/moved/stay?");
    }

    [Fact]
    public async Task GivenTransferTeamOfThePersonsHome_WhenThePersonIsInAHospitalElsewhere_ThenTheyHoldABedAtHome()
    {
        var ward = SiteKey.OfWard("abroad", "the-hospital", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("W-1", "1", HomeLocality: "at-home"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("W-1", Nursing))).ThenAccepted();
        var home = await Home("at-home", "the-oaks", 1);
        await board.OnTheBoard(home);
        await board.OnTheBoard(ward);
        using var team = new Visitor(board.Address, name: "Team at home", grants: [new(Role.TransferTeam, Scope.Parse("at-home"))]);

        var held = await team.Send(await team.Visit(PathOf(ward)), FormAt(home));

        held.Said.ShouldContain("is held at The Oaks");
        held.Text.ShouldContain("Change needs");
    }

    [Fact]
    public async Task GivenMomentThatCannotBe_ThenSaidSo()
    {
        var (ward, _) = await Given("moments");

        (await board.Get($"/api/localities/moments/choices?site={ward}&stay=W-1&at=soon")).ThenRefused(400, "no-such-moment", "at");
        (await _visitor.Visit($"{PathOf(ward)}&at=soon")).ErrorSummary.ShouldContain("is not a date and time with a time zone");
        (await _visitor.Visit($"{PathOf(ward)}&version=1&at={Uri.EscapeDataString(Journal.Instants.ToText(board.Clock.GetUtcNow()))}")).ErrorSummary.ShouldContain("W-1 was not on the board yet");
    }

    [Fact]
    public async Task GivenTheApi_ThenTheListIsTold()
    {
        var (ward, _) = await Given("asked");

        var list = (await board.Get($"/api/localities/asked/choices?site={ward}&stay=W-1")).ThenAccepted().Json;

        ((string?)list["freeNow"]![0]!["site"]).ShouldBe("asked/the-oaks");
        ((string?)list["freeNow"]![0]!["against"]![0]!["text"]).ShouldBe("Not rated by the CQC");
        ((int)list["freeNow"]![0]!["beds"]![0]!["free"]!).ShouldBe(2);
        (await board.Get($"/api/localities/asked/choices?site={ward}&stay=W-9")).ThenRefused(404, "unknown-stay", "stay");
        (await board.Get($"/api/localities/asked/choices?site={ward}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task GivenTheApiAndAPersonWithoutNeeds_ThenRefused()
    {
        var (ward, _) = await Given("api-needs", needs: null);

        (await board.Get($"/api/localities/api-needs/choices?site={ward}&stay=W-1")).ThenRefused(409, "needs-not-known", "stay");
    }

    private Task<(SiteKey Ward, SiteKey Home)> Given(string locality) => Given(locality, Nursing);

    /// <summary>A locality of its own with a person on a ward and a home with two beds free.</summary>
    private async Task<(SiteKey Ward, SiteKey Home)> Given(string locality, Needs? needs)
    {
        var ward = SiteKey.OfWard(locality, "the-hospital", "a1");
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.Ward, ward), TestBoard.Json(new SiteDetails(SiteKind.Ward, "A1", Hospital: "The Hospital", Telephone: "0161 496 0100")))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("W-1", "1"))).ThenAccepted();
        if (needs is not null)
        {
            (await board.Say(SiteKind.Ward, ward, new SetNeeds("W-1", needs))).ThenAccepted();
        }

        return (ward, await Home(locality, "the-oaks", 2));
    }

    private async Task<SiteKey> Home(string locality, string name, int free) => await board.CareHome(name, 10, 10 - free, locality);

    private static string PathOf(SiteKey ward, string stay = "W-1") => $"/{ward.Locality}/choices?site={ward}&stay={stay}";

    private static string FormAt(SiteKey home) => ElementId.Of("hold", home.Value);

    private static string ListAsGiven(VisitedPage page) =>
        page.Document.QuerySelectorAll("a").First(link => link.Read() == "See that list").GetAttribute("href")!;
}

using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Hosting.Api;
using CapacityBoard.Residences;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

/// <summary>Every command and every view of a site, over HTTP.</summary>
public sealed class SiteApiTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public void GivenTheApi_ThenBesidesTheCommandsItHasThese() => ApiCommand.Routes().Where(route => ApiCommand.Of(route) is null).ShouldBe(
        [
            ("POST", "/api/localities/{locality}/imports"),
            ("POST", "/api/localities/{locality}/hospitals/{hospital}/messages"),
            ("GET", "/api/localities"),
            ("GET", "/api/localities/{locality}/board"),
            ("GET", "/api/localities/{locality}/choices"),
            ("GET", "/api/localities/{locality}/grand-round"),
            ("GET", "/api/localities/{locality}/plan"),
            ("GET", "/api/localities/{locality}/suited"),
            ("GET", "/api/localities/{locality}/reports/{report}"),
            ("GET", "/api/localities/{locality}/care-homes/{site}"),
            ("GET", "/api/localities/{locality}/home-care-providers/{site}"),
            ("GET", "/api/localities/{locality}/intermediate-care-units/{site}"),
            ("GET", "/api/localities/{locality}/hospitals/{hospital}/wards/{ward}"),
            ("PUT", "/api/localities/{locality}/care-homes/{site}"),
            ("PUT", "/api/localities/{locality}/home-care-providers/{site}"),
            ("PUT", "/api/localities/{locality}/intermediate-care-units/{site}"),
            ("PUT", "/api/localities/{locality}/hospitals/{hospital}/wards/{ward}"),
        ],
        ignoreOrder: true);

    [Theory]
    [MemberData(nameof(ApiCommand.All), MemberType = typeof(ApiCommand))]
    public async Task GivenSite_WhenCommanded_ThenRecordedOnceReadAtOnceAndAnsweredTheSameAgain(ApiCommand command)
    {
        var site = await Given(command);
        var before = (await board.Read(command.Kind, site)).ThenAccepted();
        using var body = TestBoard.Json(command.Example());

        var answer = await board.Send(HttpMethod.Post, command.AddressAt(site), body, "the-operation");

        if (!command.IsEverAccepted)
        {
            answer.Status.ShouldBeOneOf(404, 422);
            return;
        }

        answer.ThenAccepted();
        answer.Operation.ShouldBe("the-operation");
        answer.Version.ShouldBeGreaterThan(before.Version);
        ((string?)answer.Json["site"]).ShouldBe(site.Value);
        var after = (await board.Read(command.Kind, site)).ThenAccepted();
        after.Version.ShouldBe(answer.Version);
        Known(after).ShouldNotBe(Known(before));
        await ShouldBeRecordedOnce(site, before.Version, answer.Version);

        using var again = TestBoard.Json(command.Example());
        (await board.Send(HttpMethod.Post, command.AddressAt(site), again, "the-operation")).ThenAccepted().Text.ShouldBe(answer.Text);
        (await board.Read(command.Kind, site)).Version.ShouldBe(answer.Version);
    }

    [Theory]
    [InlineData(SiteKind.CareHome)]
    [InlineData(SiteKind.HomeCareProvider)]
    [InlineData(SiteKind.IntermediateCareUnit)]
    [InlineData(SiteKind.Ward)]
    public async Task GivenNoSite_WhenRegistered_ThenItIsThereAndSayingItAgainRecordsNothing(SiteKind kind)
    {
        var site = kind == SiteKind.Ward ? SiteKey.OfWard("stockport", "stepping-hill-hospital", "new") : SiteKey.Of("stockport", $"new-{Codes.Of(kind)}");
        (await board.Read(kind, site)).ThenRefused(404, "unknown-site");

        (await board.Register(kind, site)).ThenAccepted().Version.ShouldBe(1);

        var view = (await board.Read(kind, site)).ThenAccepted();
        view.Version.ShouldBe(1);
        ((string?)view.Json["details"]!["kind"]).ShouldBe(Codes.Of(kind));
        ((string?)view.Json["figures"]!["freshness"]).ShouldBe("never-declared");
        (await board.Register(kind, site)).ThenAccepted().Version.ShouldBe(1);
        (await board.Journal.ReadSite(site, 0)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenNoKeyOfTheCallers_WhenCommanded_ThenOneIsMadeUpAndToldAndNamesWhatWasCreated()
    {
        var home = await board.CareHome("no-key");

        var held = (await board.Hold(home, "S-1")).ThenAccepted();

        held.Operation.ShouldNotBeNullOrWhiteSpace();
        var view = await board.Read(SiteKind.CareHome, home);
        ((string?)view.Json["holds"]![0]!["id"]).ShouldBe(held.Operation);
        (await board.Hold(home, "S-2")).ThenAccepted().Operation.ShouldNotBe(held.Operation);
    }

    [Fact]
    public async Task GivenSomeoneActs_ThenTheirWordStandsBesideTheFigures()
    {
        var home = await board.CareHome("acting-as");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/localities/stockport/care-homes/{home.Name}/confirm-unchanged");
        request.Content = TestBoard.Json(new ConfirmUnchanged());
        request.Headers.Add("Acting-As", "The night manager");
        using var response = await board.Http.SendAsync(request);
        (await Answer.Of(response)).ThenAccepted();

        ((string?)(await board.Read(SiteKind.CareHome, home)).Json["figures"]!["declared"]!["by"]).ShouldBe("The night manager via API");
    }

    [Fact]
    public async Task GivenRefusedCommand_WhenSentAgainThoughItWouldBeAllowedNow_ThenTheSameRefusal()
    {
        var home = await board.CareHome("refused", total: 3, occupied: 3);
        (await board.Hold(home, "S-1", operation: "first")).ThenRefused(409, "no-vacancy").Saying("of 3, 3 are occupied");
        (await board.Declare(home, 3, 2)).ThenAccepted();

        (await board.Hold(home, "S-1", operation: "first")).ThenRefused(409, "no-vacancy");
        (await board.Hold(home, "S-1", operation: "second")).ThenAccepted();
    }

    public static TheoryData<string, SiteCommand, int, string, string?> Refusals => new()
    {
        { "no such bed line", new PlaceHold(BedType.DementiaNursing, "S-1"), 404, "unknown-bed-line", "type" },
        { "no such hold", new ReleaseHold("none", "Family chose another home"), 404, "unknown-hold", "hold" },
        { "no such expected vacancy", new ConfirmExpectedVacancy("none"), 404, "unknown-expected-vacancy", "expectedVacancy" },
        { "no such suspension", new LiftSuspension(), 404, "unknown-suspension", "type" },
        { "bed type of another kind", new DeclareVacancies([new(BedType.Inpatient, 1, 0)]), 422, "not-for-this-kind", "lines[0].type" },
        { "more occupied than there are", new DeclareVacancies([new(TestBoard.Type, 10, 11)]), 422, "numbers-do-not-add-up", "lines[0].occupied" },
        { "seen other numbers", new DeclareVacancies([new(TestBoard.Type, 10, 6, Seen: new(9, 6, 0))]), 409, "changed-meanwhile", "lines[0].seen" },
        { "held already", new PlaceHold(TestBoard.Type, "S-0"), 409, "already-held", "stay" },
        { "no reason", new ReleaseHold("held", " "), 422, "invalid", "reason" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task GivenHome_WhenCommandCannotBeDone_ThenAProblemSaysWhy(string named, SiteCommand command, int status, string code, string? field)
    {
        var home = await board.CareHome($"refuses-{named.Replace(' ', '-')}");
        (await board.Hold(home, "S-0", operation: "held")).ThenAccepted();
        var last = await board.Journal.LastPosition();

        (await board.Say(SiteKind.CareHome, home, command)).ThenRefused(status, code, field);

        (await board.Journal.LastPosition()).ShouldBe(last);
    }

    [Fact]
    public async Task GivenSuspendedHome_WhenHeld_ThenRefusedWithTheReason()
    {
        var home = await board.CareHome("suspended");
        (await board.Say(SiteKind.CareHome, home, new SuspendPlacements("Infection control"))).ThenAccepted();

        (await board.Hold(home, "S-1")).ThenRefused(409, "suspended").Saying("Infection control");
    }

    [Fact]
    public async Task GivenClosedHome_ThenItReadsAsClosedRefusesWhatIsNewAndAnswersWhatWasDoneBefore()
    {
        var home = await board.CareHome("closed");
        var declared = (await board.Declare(home, 10, 5, "declared")).ThenAccepted();
        (await board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"), "closed")).ThenAccepted();

        var view = (await board.Read(SiteKind.CareHome, home)).ThenAccepted();
        ((string?)view.Json["closed"]!["reason"]).ShouldBe("Home sold");
        ((string?)view.Json["closed"]!["since"]!["by"]).ShouldBe("API");
        view.Json["figures"]!["lines"]!.AsArray().ShouldBeEmpty();
        (await board.Hold(home, "S-1")).ThenRefused(409, "site-closed").Saying("Reopen it first");
        (await board.Register(SiteKind.CareHome, home)).ThenRefused(409, "site-closed").Saying("Reopen it first");
        (await board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenRefused(409, "not-in-that-state");
        (await board.Declare(home, 10, 5, "declared")).ThenAccepted().Text.ShouldBe(declared.Text);
    }

    [Fact]
    public async Task GivenHeldBed_WhenItsHomeIsClosed_ThenRefusedSayingWhatToDoFirst()
    {
        var home = await board.CareHome("still-in-use");
        (await board.Hold(home, "S-1")).ThenAccepted();

        (await board.Say(SiteKind.CareHome, home, new CloseSite("Home sold"))).ThenRefused(409, "still-in-use").Saying("Release the holds first");
    }

    [Fact]
    public async Task GivenTransferToAWardThatIsClosed_ThenRefusedAndThePersonStays()
    {
        var (from, to) = (SiteKey.OfWard("stockport", "stepping-hill-hospital", "open"), SiteKey.OfWard("stockport", "stepping-hill-hospital", "closed"));
        foreach (var ward in new[] { from, to })
        {
            (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
            (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 2, 0)]))).ThenAccepted();
        }

        (await board.Say(SiteKind.Ward, from, new AdmitStay("S-closing-1", "1"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, to, new CloseSite("Moved to another building"))).ThenAccepted();

        (await board.Transfer(from, "S-closing-1", to, "2")).ThenRefused(409, "site-closed");

        (await board.Read(SiteKind.Ward, from)).Json["stays"]![0]!["transfer"].ShouldBeNull();
    }

    [Fact]
    public async Task GivenTransferToAWardWithoutVacancy_ThenRefusedAndThePersonStays()
    {
        var (from, to) = (SiteKey.OfWard("stockport", "stepping-hill-hospital", "from"), SiteKey.OfWard("stockport", "stepping-hill-hospital", "full"));
        foreach (var (ward, beds) in new[] { (from, 2), (to, 1) })
        {
            (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
            (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, beds, 0)]))).ThenAccepted();
            (await board.Say(SiteKind.Ward, ward, new AdmitStay($"S-{ward.Name}-1", "1"))).ThenAccepted();
        }

        (await board.Transfer(from, "S-from-1", to, "2")).ThenRefused(409, "no-vacancy");

        var ward1 = await board.Read(SiteKind.Ward, from);
        ((string?)ward1.Json["stays"]![0]!["reference"]).ShouldBe("S-from-1");
        ward1.Json["stays"]![0]!["transfer"].ShouldBeNull();
    }

    private async Task<SiteKey> Given(ApiCommand command)
    {
        var site = command.NewSite();
        (await board.Register(command.Kind, site, "registered")).ThenAccepted();
        foreach (var (given, operation) in command.Before())
        {
            (await board.Say(command.Kind, site, given, operation)).ThenAccepted();
        }

        if (command.Name == "transfer-stay")
        {
            (await board.Register(SiteKind.Ward, command.OtherWard)).ThenAccepted();
            (await board.Say(SiteKind.Ward, command.OtherWard, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))).ThenAccepted();
        }

        if (command.Name == "answer-return")
        {
            (await board.Register(SiteKind.Ward, command.OtherWard)).ThenAccepted();
            (await board.Say(SiteKind.Ward, command.OtherWard, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]), "beds")).ThenAccepted();
            (await board.Say(SiteKind.Ward, command.OtherWard, new AdmitStay("S-6", "6"), "admitted")).ThenAccepted();
            (await board.Say(SiteKind.Ward, command.OtherWard, new SetUsualResidence("S-6", site))).ThenAccepted();
        }

        if (command.Name == "set-usual-residence")
        {
            (await board.Register(SiteKind.CareHome, ApiCommand.Residence)).ThenAccepted();
        }

        return site;
    }

    private async Task ShouldBeRecordedOnce(SiteKey site, long before, long after)
    {
        var entries = await board.Journal.ReadSite(site, before);
        entries.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, entries.Count).Select(number => before + number));
        var recorded = entries.Where(entry => entry.Operation == "the-operation").Select(entry => (entry.Event.GetType(), StayEvents.StayOf(entry.Event))).ToList();
        recorded.ShouldNotBeEmpty();
        recorded.ShouldBeUnique();
        entries[^1].Version.ShouldBe(after);
    }

    /// <summary>What is known of a site, without version and time of the reading.</summary>
    private static string Known(Answer view)
    {
        var json = view.Json.AsObject();
        json.Remove("version");
        json.Remove("at");
        return json.ToJsonString();
    }
}

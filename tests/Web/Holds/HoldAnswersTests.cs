using CapacityBoard.Access;
using CapacityBoard.Access.Keys;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Holds;

/// <summary>A home answers a hold, and the ward of the person sees the answer; over HTTP and without scripts.</summary>
public sealed class HoldAnswersTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private static readonly SiteKey Ward = SiteKey.OfWard("hospitals", "stepping-hill", "a1");

    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenHold_ThenTheHomeSeesWhatItHasToKnowAndWhomToAsk()
    {
        var (_, page, _) = await Held("knows");

        page.Text.ShouldContain("No response yet");
        page.Text.ShouldContain("Care Nursing, dementia");
        page.Text.ShouldContain("Mobility Needs help from 2 people");
        page.Text.ShouldContain("Funding Local authority funded");
        page.Text.ShouldContain("Also Speaks mostly Polish");
        page.Text.ShouldContain("From A1, Stepping Hill Hospital, 0161 496 0100");
    }

    [Fact]
    public async Task GivenHold_WhenAccepted_ThenTheWardSeesByWhomAndItCanBeChangedToAnAssessment()
    {
        var (_, page, stay) = await Held("accepts");

        var accepted = await _visitor.Send(page, page.FormOf("accept"));
        accepted.Said.ShouldContain("Accepted. The ward can see this.");
        (await OnTheWard(stay)).ShouldContain("Bed held at Accepts : Accepted The Limes, just now");

        var assessing = await _visitor.Send(accepted, accepted.FormOf("other-time"), Typed(board.Clock.GetUtcNow().AddHours(20), "Bring the medicines list"));
        assessing.Said.ShouldContain("Assessment planned");
        (await OnTheWard(stay)).ShouldMatch("Bed held at Accepts : Assessment (today|tomorrow) .* Bring the medicines list");
    }

    [Fact]
    public async Task GivenAssessmentAfterTheEndOfTheHold_ThenToldWhenThatIsAndNothingIsAnswered()
    {
        var (_, page, stay) = await Held("too-late");

        var after = await _visitor.Send(page, page.FormOf("other-time"), Typed(board.Clock.GetUtcNow().AddDays(3)));

        after.ErrorSummary.ShouldStartWith("The bed is held only until");
        (await OnTheWard(stay)).ShouldContain("No response yet");
    }

    [Fact]
    public async Task GivenHold_WhenTheHomeCannotTakeThem_ThenTheBedIsFreeAndTheWardSeesWhy()
    {
        var (home, page, stay) = await Held("declines");

        var after = await _visitor.Send(page, page.FormOf("decline"), ("reason", "Infection here"));

        after.Said.ShouldContain("Hold declined. 2 general nursing beds free.");
        (await OnTheWard(stay)).ShouldMatch("Was held at Declines : Declined The Limes, just now ?. Infection here.");
        (await board.Journal.ReadSite(home, 0))[^1].Event.ShouldBeOfType<HoldDeclined>();
    }

    [Fact]
    public async Task GivenHold_WhenThePersonHasCome_ThenTheWardConfirmsAndItsBedIsFree()
    {
        var (_, page, stay) = await Held("admits");

        page.Html.ShouldNotContain("has arrived", customMessage: "nobody arrives on a hold that is not accepted");
        var accepted = await _visitor.Send(page, page.FormOf("accept"));
        var arrived = await _visitor.Send(accepted, accepted.FormOf("admit"));
        arrived.Said.ShouldContain("Admitted.");
        (await OnTheWard(stay)).ShouldContain("Arrival reported: confirm");

        (await _visitor.Send(arrived, "undo")).Said.ShouldContain("The arrival is undone.");
        (await OnTheWard(stay)).ShouldNotContain("Arrival reported");
    }

    [Fact]
    public async Task GivenReferenceOnTheHoldPage_ThenTheHomeIsToldTheNeedsAndTheWard()
    {
        var (home, _, _) = await Held("asked");
        var stay = await Admit();
        await board.OnTheBoard(Ward);

        await _visitor.Send(await _visitor.Visit($"/stockport/hold?site={home}&type=general-nursing&stay={stay}"), "place");

        var hold = (await board.Journal.ReadSite(home, 0)).Select(entry => entry.Event).OfType<HoldPlaced>().Last();
        (hold.Stay, hold.From, hold.Telephone).ShouldBe((stay, Ward, "0161 496 0100"));
        hold.Needs!.Note.ShouldBe("Speaks mostly Polish");
        (hold.Needs.Near, hold.Needs.Wished.Length).ShouldBe((null, 0));
    }

    [Fact]
    public async Task GivenCommissioner_ThenNothingOfThePersonIsSent()
    {
        var (home, _, stay) = await Held("counted");
        using var commissioner = new Visitor(board.Address, name: "Commissioner", grants: [new(Role.Commissioner, Scope.Parse("stockport"))]);

        var page = await commissioner.Visit($"/stockport/sites/{home.Name}");

        page.Status.ShouldBe(200);
        foreach (var told in new[] { stay, "Polish", "0161 496 0100", "Stepping Hill", "help from 2", "handler=Accept" })
        {
            page.Html.ShouldNotContain(told);
        }
    }

    [Fact]
    public async Task GivenWardWithoutAnyRightAtTheHome_ThenItSeesTheAnswerAndNothingElseOfIt()
    {
        var (home, page, stay) = await Held("elsewhere");
        await _visitor.Send(page, page.FormOf("accept"));
        (await board.Hold(home, "SH-other9")).ThenAccepted();
        using var sister = new Visitor(board.Address, name: "Sister Brown", grants: [new(Role.Ward, Scope.Of(Ward))]);

        (await sister.Visit($"/stockport/sites/{home.Name}")).Status.ShouldBe(403);
        var ward = await sister.Visit($"/hospitals/sites/{Ward.Hospital}/{Ward.Name}");

        ward.Text.ShouldContain("Bed held at Elsewhere : Accepted");
        ward.Text.ShouldContain(stay);
        ward.Text.ShouldNotContain("SH-other9");
    }

    [Fact]
    public async Task GivenKeyThatMayNotSeeTheWard_WhenABedIsHeldFromThere_ThenRefused()
    {
        var (home, _, stay) = await Held("foreign");
        var key = await board.Services.GetRequiredService<ApiKeys>().Create("Referrals", [new(Role.TransferTeam, Scope.Parse("stockport"))], TimeSpan.FromDays(1), "API");
        using var http = new HttpClient { BaseAddress = board.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };

        (await new ApiUser(http).Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, stay, From: Ward))).ThenRefused(422, "invalid", "from");
    }

    private static (string, string)[] Typed(DateTimeOffset at, string? note = null)
    {
        var local = LocalDay.ToLocal(at);
        return [("at-date", $"{local:yyyy-MM-dd}"), ("at-time", $"{local:HH:mm}"), ("note", note ?? "")];
    }

    private async Task<string> OnTheWard(string stay) => (await _visitor.Visit($"/hospitals/sites/{Ward.Hospital}/{Ward.Name}")).Text;

    /// <summary>A home that holds a bed for somebody on the ward, and its page.</summary>
    private async Task<(SiteKey Home, VisitedPage Page, string Stay)> Held(string name)
    {
        var home = await board.CareHome(name, 10, 8);
        var stay = await Admit();
        (await board.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, stay, From: Ward, Needs: Needs.ForThePlaceAsked(), Telephone: "0161 496 0100"))).ThenAccepted();
        await board.OnTheBoard(home);
        await board.OnTheBoard(Ward);
        return (home, await _visitor.Visit($"/stockport/sites/{name}"), stay);
    }

    private async Task<string> Admit()
    {
        var details = new SiteDetails(SiteKind.Ward, "A1", Hospital: "Stepping Hill Hospital", Telephone: "0161 496 0100");
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.Ward, Ward), TestBoard.Json(details))).ThenAccepted();
        var inWard = (await board.Read(SiteKind.Ward, Ward)).Json["stays"]!.AsArray().Count;
        (await board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 60, inWard)]))).ThenAccepted();
        var stay = $"SH-{Guid.NewGuid():n}"[..12] + "1";
        (await board.Say(SiteKind.Ward, Ward, new AdmitStay(stay, stay[..10]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, Ward, new SetNeeds(stay, Needs))).ThenAccepted();
        return stay;
    }

    private static Needs Needs { get; } = new(
        [BedType.GeneralNursing], Nursing: true, Dementia: true, Mobility.HelpOfTwo, Funding.LocalAuthority, [SiteKey.Of("stockport", "wished")], "SK2 7JE", 10, "Speaks mostly Polish");
}

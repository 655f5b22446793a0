using CapacityBoard.Api;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.GrandRounds;
using CapacityBoard.Pages.Stays;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Access;

/// <summary>Text that would be more than text: in every text that a command carries, looked for in every answer that shows it.</summary>
public sealed class InjectionTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Html = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>";

    private static readonly SiteKey Home = SiteKey.Of("scripts", "the-limes");
    private static readonly SiteKey Ward = SiteKey.OfWard("scripts", "the-hospital", "a1");

    /// <summary>The commands that carry free text, each with that text in every one of them.</summary>
    private static IEnumerable<(SiteKind Kind, SiteKey Site, SiteCommand Command)> WithText(string text, string locality)
    {
        var (home, ward) = (SiteKey.Of(locality, Home.Name), SiteKey.OfWard(locality, Ward.Hospital!, Ward.Name));
        yield return (SiteKind.CareHome, home, new RegisterSite(new(
            SiteKind.CareHome, $"The Limes {text}", $"1 {text}", null, text, "SK2 7JE", null, text, "0161 496 0001", null, CqcRating.Good, 10, [text])));
        yield return (SiteKind.CareHome, home, new DeclareVacancies([new(BedType.GeneralNursing, 10, 4, 1, text)]));
        yield return (SiteKind.CareHome, home, new ExpectVacancy(BedType.GeneralNursing, TimeProvider.System.GetUtcNow().AddHours(5), text));
        yield return (SiteKind.CareHome, home, new PlaceHold(BedType.GeneralNursing, null, text));
        yield return (SiteKind.CareHome, home, new SuspendPlacements(text, BedType.GeneralNursing));
        yield return (SiteKind.Ward, ward, new RegisterSite(new(SiteKind.Ward, $"A1 {text}", Hospital: $"The hospital {text}")));
        yield return (SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]));
        yield return (SiteKind.Ward, ward, new AdmitStay("W-1", "1"));
        yield return (SiteKind.Ward, ward, new SetNeeds("W-1", new([BedType.GeneralNursing], Near: text, Note: text)));
        yield return (SiteKind.Ward, ward, new RecordDelay("W-1", DelayReason.Funding, Note: text));
        yield return (SiteKind.Ward, ward, new MarkDay("W-1", LocalDay.Of(TimeProvider.System.GetUtcNow()), IsGreen: false, DelayReason.Funding, text));
        yield return (SiteKind.Ward, ward, new SetExpectedDischarge("W-1", LocalDay.Of(TimeProvider.System.GetUtcNow()), text));
        yield return (SiteKind.Ward, ward, new ReviewStay("W-1", ReviewOutcome.Escalated, text, [new(text, text, LocalDay.Of(TimeProvider.System.GetUtcNow()))]));
        yield return (SiteKind.Ward, ward, new DeclareMedicallyOptimised("W-1"));
        yield return (SiteKind.Ward, ward, new CancelMedicallyOptimised("W-1", text));
    }

    [Fact]
    public async Task GivenScriptsInEveryTextField_WhenPagesShowThem_ThenAsText()
    {
        foreach (var (kind, site, command) in WithText(Html[..60], Home.Locality))
        {
            (await Send(kind, site, command)).ThenAccepted();
        }

        await board.OnTheBoard(Ward);
        using var person = new Visitor(board.Address);
        foreach (var path in new[]
        {
            "/", $"/{Home.Locality}", $"/{Home.Locality}/wall", BoardText.PathOf(Home), BoardText.PathOf(Ward), $"/{Home.Locality}/hold?site={Home}&type=general-nursing",
            BoardText.StayPathOf(Ward, "W-1"), $"/{Home.Locality}/people?waiting={Uri.EscapeDataString(Html)}",
            $"/admin/sites?locality={Home.Locality}", $"/admin/sites/edit?site={Home}", "/admin/audit", $"/{Home.Locality}?near={Uri.EscapeDataString(Html)}",
            $"/sign-in?returnTo={Uri.EscapeDataString(Html)}", $"/join?account={Uri.EscapeDataString(Html)}&token=x",
        })
        {
            var page = await person.Visit(path);
            page.Status.ShouldBe(200, path);
            page.Html.ShouldNotContain("<img src=x", Case.Sensitive, path);
            page.Html.ShouldNotContain("</script><script>", Case.Sensitive, path);
        }
    }

    [Theory]
    [InlineData("one\r\nSet-Cookie: evil=1")]
    [InlineData("one\nX: two")]
    [InlineData("one\ttwo\u0000")]
    public async Task GivenLineBreaksInEveryTextField_WhenSent_ThenRefusedAndNamed(string text)
    {
        var locality = $"breaks-{text.Length}";
        foreach (var (kind, site, command) in WithText("plain", locality).Where(each => each.Command is RegisterSite or DeclareVacancies or AdmitStay or DeclareMedicallyOptimised))
        {
            (await Send(kind, site, command)).ThenAccepted();
        }

        foreach (var (kind, site, command) in WithText(text, locality).Where(each => each.Command is not (AdmitStay or DeclareMedicallyOptimised or DeclareVacancies { Lines: [{ Type: BedType.Inpatient }] })))
        {
            var answer = await Send(kind, site, command);
            answer.Status.ShouldBe(422, $"{command.GetType().Name}: {answer.Text}");
            ((string?)answer.Json["code"]).ShouldBe("invalid");
        }
    }

    private Task<Answer> Send(SiteKind kind, SiteKey site, SiteCommand command) => command is RegisterSite register
        ? board.Send(HttpMethod.Put, SiteApi.AddressOf(kind, site), TestBoard.Json(register.Details))
        : board.Say(kind, site, command);
}

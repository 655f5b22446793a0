using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.History;

/// <summary>Pages as they stood at a past moment, without scripts.</summary>
public sealed class PastPagesTests : IAsyncLifetime, IDisposable
{
    private const string Stockport = TestBoard.Locality;

    private static readonly SiteKey Ward = SiteKey.OfWard(Stockport, "stepping-hill", "a1");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly SetClock _clock = new() { Now = Start };
    private readonly TestBoard _board;
    private readonly SiteKey _home = SiteKey.Of(Stockport, "the-limes");
    private Visitor _visitor = null!;

    public PastPagesTests() => _board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

    /// <summary>At 9 a home with four beds free, at 10 with one and a person on a ward, at 11 none and nobody; it is noon on the third day.</summary>
    public async ValueTask InitializeAsync()
    {
        await _board.InitializeAsync();
        _visitor = new(_board.Address);
        await _board.CareHome(_home.Name, 10, 6);
        _clock.Now = Start.AddHours(1);
        (await _board.Declare(_home, 10, 9)).ThenAccepted();
        (await _board.Register(SiteKind.Ward, Ward)).ThenAccepted();
        (await _board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await _board.Say(SiteKind.Ward, Ward, new AdmitStay("W-7", "1"))).ThenAccepted();
        _clock.Now = Start.AddHours(2);
        (await _board.Declare(_home, 10, 10)).ThenAccepted();
        (await _board.Say(SiteKind.Ward, Ward, new DischargeStay("W-7", Destination.UsualResidence))).ThenAccepted();
        _clock.Now = Start.AddDays(2).AddHours(3);
    }

    public async ValueTask DisposeAsync() => await _board.DisposeAsync();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenBoard_WhenSeenAsItStood_ThenItSaysSoAndShowsFiguresAndAgesOfThen()
    {
        var page = await _visitor.Visit($"/{Stockport}?at={At(Start.AddMinutes(30))}");

        page.Title.ShouldEndWith("Stockport: board as at Monday 2 March at 09:30 – Capacity board");
        page.Text.ShouldContain("As it was on Monday 2 March at 09:30 – 2 days ago. Back to now");
        page.Text.ShouldContain("6 of 10");
        page.Text.ShouldContain("30 minutes ago by");
        page.Text.ShouldContain("of 1 sites.");
        page.Html.ShouldNotContain("data-screen=\"{");
        page.Html.ShouldNotContain("board.js");
        page.Html.ShouldNotContain("/hold?");
        page.Html.ShouldContain($"/{Stockport}/sites/the-limes?at=2026-03-02T09%3A30%3A00Z");
    }

    [Fact]
    public async Task GivenBoardOfNow_WhenItsLinkIsFollowed_ThenItStandsAsItStoodAQuarterOfAnHourAgoAtMost()
    {
        _clock.Now = _clock.Now.AddMinutes(7);
        var now = await _visitor.Visit($"/{Stockport}?type=general-nursing");

        now.Html.ShouldContain($"href=\"/{Stockport}?type=general-nursing&amp;at=2026-03-04T12%3A00%3A00Z\">View an earlier time</a>");
        now.Text.ShouldNotContain("Back to now");
    }

    [Fact]
    public async Task GivenDateAndTimeTyped_ThenThatMomentAndTheFilterStays()
    {
        var page = await _visitor.Visit($"/{Stockport}?type=general-nursing&at-date=2026-03-02&at-time=10:15");

        page.Text.ShouldContain("As it was on Monday 2 March at 10:15");
        page.Text.ShouldContain("9 of 10");
        page.Text.ShouldContain("Showing 1 of 2 sites.");
        page.Html.ShouldContain($"href=\"/{Stockport}?type=general-nursing\" id=\"back-to-now\"");
        page.Html.ShouldContain("<input type=\"hidden\" name=\"type\" value=\"general-nursing\">");
        page.Html.ShouldContain("name=\"at\" value=\"2026-03-02T10:15:00Z\"");
        page.Html.ShouldContain($"href=\"/{Stockport}?at=2026-03-02T10%3A15%3A00Z\">Show all</a>");
    }

    [Fact]
    public async Task GivenAVersion_ThenWhatAScreenShowedThenAndNoMore()
    {
        var page = await _visitor.Visit($"/{Stockport}?at={At(Start.AddHours(1))}&version=3");

        page.Text.ShouldContain("9 of 10");
        page.Text.ShouldContain("of 1 sites.");
    }

    [Theory]
    [InlineData("at=soon", "“soon” is not a date and time")]
    [InlineData("at=2026-03-05T09:00:00Z", "Thursday 5 March at 09:00 is in the future. Choose a time from Monday 2 March at 09:00 to now.")]
    [InlineData("at=2026-03-01T09:00:00Z", "Sunday 1 March at 09:00 is before the first record here.")]
    [InlineData("at-date=2026-03-02", "Enter a time")]
    public async Task GivenMomentThatCannotBe_ThenTheBoardOfNowSaysWhatIsAllowed(string query, string words)
    {
        var page = await _visitor.Visit($"/{Stockport}?{query}");

        page.Status.ShouldBe(200);
        page.Title.ShouldStartWith("Error: ");
        page.ErrorSummary.ShouldContain(words);
        page.Html.ShouldContain("data-screen=\"{");
        page.Text.ShouldContain("10 of 10");
    }

    [Theory]
    [InlineData("/stockport/sites/the-limes", "6 of 10 occupied")]
    [InlineData("/stockport/sites/stepping-hill/a1", "W-7")]
    public async Task GivenSite_WhenSeenAsItStood_ThenNothingCanBeDoneThere(string path, string shown)
    {
        var now = await _visitor.Visit(path);
        var page = await _visitor.Visit($"{path}?at={At(path.EndsWith("a1", StringComparison.Ordinal) ? Start.AddHours(1.5) : Start.AddHours(0.5))}");

        now.Text.ShouldNotContain(shown);
        now.Html.ShouldContain($"href=\"{path}?at=2026-03-04T12%3A00%3A00Z\">View an earlier time</a>");
        page.Text.ShouldContain("As it was on Monday 2 March at");
        page.Text.ShouldContain(shown);
        var main = page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..];
        main.ShouldNotContain("method=\"post\"");
        main.ShouldNotContain("/dist/site.js");
        page.Html.ShouldContain($"href=\"/{Stockport}?at=2026-03-02T");
    }

    [Fact]
    public async Task GivenSite_WhenAskedForBeforeItWasRegistered_ThenSinceWhenItIsThere()
    {
        var page = await _visitor.Visit($"/stockport/sites/stepping-hill/a1?at={At(Start.AddMinutes(30))}");

        page.ErrorSummary.ShouldContain("Choose a time from Monday 2 March at 10:00 to now.");
        (await _visitor.Visit($"/stockport/sites/stepping-hill/a1?at={At(Start.AddHours(3))}&version=1"))
            .ErrorSummary.ShouldContain("was not on the board yet in that version.");
    }

    [Fact]
    public async Task GivenWhoMayNotSeeTheWardNow_ThenNotThenEither()
    {
        using var provider = new Visitor(_board.Address, name: "The Limes", grants: [new(Role.CareProvider, Scope.Of(_home))]);

        (await provider.Visit($"/stockport/sites/stepping-hill/a1?at={At(Start.AddHours(1.5))}")).Status.ShouldBe(403);
        var board = await provider.Visit($"/{Stockport}?at={At(Start.AddHours(1.5))}");
        board.Status.ShouldBe(200);
        board.Html.ShouldNotContain("/sites/stepping-hill");
    }

    [Fact]
    public async Task GivenPeopleOfThePast_WhenSeen_ThenThatIsInTheAccessLogADayAtATime()
    {
        foreach (var hours in new[] { 1.2, 1.4, 1.6 })
        {
            await _visitor.Visit($"/stockport/sites/stepping-hill/a1?at={At(Start.AddHours(hours))}");
        }

        using var administrator = new Visitor(_board.Address);
        var log = (await administrator.Visit("/admin/audit?act=saw-stays")).Text;
        log.ShouldContain("Saw stays as at 2 March 2026");
        log.Split("Saw stays as at").Length.ShouldBe(2);
    }

    private static string At(DateTimeOffset at) => Uri.EscapeDataString(Instants.ToText(at));
}

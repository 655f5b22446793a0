using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Ui;

/// <summary>Forms in the nights when the clocks are put back and forward, over HTTP and without scripts.</summary>
public sealed class ClockChangePagesTests : IAsyncLifetime, IDisposable
{
    private static readonly SiteKey Ward = SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1");

    /// <summary>The evening before the clocks go back, 22:30 on clocks here.</summary>
    private readonly SetClock _clock = new() { Now = new(2026, 10, 24, 21, 30, 0, TimeSpan.Zero) };

    private readonly TestBoard _board;
    private Visitor _visitor = null!;

    public ClockChangePagesTests() => _board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

    public async ValueTask InitializeAsync()
    {
        await _board.InitializeAsync();
        _visitor = new(_board.Address);
    }

    public async ValueTask DisposeAsync() => await _board.DisposeAsync();

    public void Dispose() => _visitor.Dispose();

    [Theory]
    [InlineData("2026-10-24T21:30:00Z", 0, "until tomorrow at 01:30 GMT")]
    [InlineData("2026-10-24T01:30:00Z", 1, "until tomorrow at 01:30 GMT")]
    [InlineData("2026-10-23T01:30:00Z", 2, "until Sunday at 01:30 GMT")]
    [InlineData("2026-03-28T22:30:00Z", 0, "until tomorrow at 03:30")]
    public async Task GivenClocksThatChange_WhenHoursAreChosen_ThenTheBedIsHeldForThatManyHours(string now, int choice, string said)
    {
        _clock.Now = DateTimeOffset.Parse(now, null);
        var home = await _board.CareHome("the-limes", 10, 9);
        var page = await HoldPage(home);
        var lengths = page.Document.QuerySelectorAll("#place [name=until]").Select(length => length.GetAttribute("value")!).ToList();

        var held = await _visitor.Send(page, "place", ("stay", "SH1"), ("until", lengths[choice]), ("unknown-yes", "yes"));

        held.Said.ShouldContain(said);
        (await Recorded<HoldPlaced>(home)).Until.ShouldBe(_clock.Now.AddHours(new[] { 4, 24, 48 }[choice]));
    }

    [Theory]
    [InlineData("before", "2026-10-25T00:30:00Z")]
    [InlineData("after", "2026-10-25T01:30:00Z")]
    public async Task GivenTypedEndThatComesTwice_WhenAnswered_ThenThatOneIsRecorded(string clocks, string until)
    {
        var home = await _board.CareHome("the-limes", 10, 9);

        var asked = await _visitor.Send(
            await HoldPage(home), "place", ("stay", "SH1"), ("until", "other"), ("until-date", "25/10/2026"), ("until-time", "01:30"), ("unknown-yes", "yes"));

        asked.ErrorSummary.ShouldBe("Choose which 01:30 you mean: the clocks go back on Sunday 25 October 2026, so this time happens twice.");
        asked.Text.ShouldContain("01:30 before the clocks go back (BST) 01:30 after (GMT)");
        asked.Document.QuerySelector("#place-until-clocks").ShouldNotBeNull();

        await _visitor.Send(asked, "place", ("until-clocks", clocks));

        (await Recorded<HoldPlaced>(home)).Until.ShouldBe(DateTimeOffset.Parse(until, null));
    }

    [Fact]
    public async Task GivenAnotherFieldToPutRightAMinuteLater_ThenTheChosenLengthIsKept()
    {
        var home = await _board.CareHome("the-limes", 10, 9);
        var page = await HoldPage(home);
        var four = page.Document.QuerySelector("#place [name=until]")!.GetAttribute("value")!;
        _clock.Now = _clock.Now.AddMinutes(1);

        var again = await _visitor.Send(page, "place", ("until", four));
        await _visitor.Send(again, "place", ("stay", "SH1"), ("unknown-yes", "yes"));

        (await Recorded<HoldPlaced>(home)).Until.ShouldBe(new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task GivenStayPages_WhenATimeThatComesTwiceIsTyped_ThenEachFormAsks()
    {
        _clock.Now = new(2026, 10, 25, 10, 0, 0, TimeSpan.Zero);
        (await _board.Register(SiteKind.Ward, Ward)).ThenAccepted();
        (await _board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        (await _board.Say(SiteKind.Ward, Ward, new AdmitStay("W-7", "1", AdmittedAt: _clock.Now.AddDays(-3)))).ThenAccepted();
        await _board.OnTheBoard(Ward);
        var stay = await _visitor.Visit(Ui.Paths.OfStay(Ward, "W-7"));

        (string, string)[] twice = [("at-date", "2026-10-25"), ("at-time", "01:30")];
        (string, string)[] admitted = [("admittedAt-date", "2026-10-25"), ("admittedAt-time", "01:30"), ("words", "Entered incorrectly")];
        ShouldAsk(await _visitor.Send(stay, "optimised", twice));
        ShouldAsk(await _visitor.Send(stay, "discharge", [.. twice, ("destination", "usual-residence")]));
        ShouldAsk(await _visitor.Send(stay, "correct", admitted));

        var asked = await _visitor.Send(stay, "optimised", twice);
        await _visitor.Send(asked, "optimised", ("at-clocks", "after"));
        (await Recorded<MedicallyOptimisedDeclared>(Ward)).At.ShouldBe(new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task GivenTypedTimeThatNeverComes_ThenRefusedAndNothingIsRecorded()
    {
        _clock.Now = new(2026, 3, 28, 20, 0, 0, TimeSpan.Zero);
        var home = await _board.CareHome("the-limes", 10, 9);
        await _board.OnTheBoard(home);

        var page = await _visitor.Send(
            await _visitor.Visit("/stockport/sites/the-limes"), "expect", ("when", "other"), ("when-date", "29/3/2026"), ("when-time", "01:30"), ("words", "Goes home"));

        page.ErrorSummary.ShouldStartWith("There is no 01:30 on Sunday 29 March 2026");
        (await Entries(home)).ShouldNotContain(entry => entry.Event is VacancyExpected);
    }

    private static void ShouldAsk(VisitedPage page) => page.ErrorSummary.ShouldStartWith("Choose which 01:30 you mean");

    private async Task<VisitedPage> HoldPage(SiteKey home)
    {
        await _board.OnTheBoard(home);
        return await _visitor.Visit($"/stockport/hold?site={Uri.EscapeDataString(home.Value)}&type=general-nursing");
    }

    private async Task<TEvent> Recorded<TEvent>(SiteKey site) => (await Entries(site)).Select(entry => entry.Event).OfType<TEvent>().ShouldHaveSingleItem();

    private async Task<IReadOnlyList<JournalEntry>> Entries(SiteKey site) => await _board.Journal.ReadSite(site, 0);
}

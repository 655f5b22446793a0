using AngleSharp.Dom;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Board;

/// <summary>The lines of 28 days on the board and the wall.</summary>
public sealed class TrendsTests : IAsyncLifetime, IDisposable
{
    private const string Stockport = TestBoard.Locality;
    private const string Wall = $"/{Stockport}/wall";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly SetClock _clock = new() { Now = Start };
    private readonly TestBoard _board;
    private readonly SiteKey _home = SiteKey.Of(Stockport, "the-limes");
    private Visitor _visitor = null!;

    public TrendsTests() => _board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

    /// <summary>A home with 4, 1 and 3 free beds on three days; it is the afternoon of the third.</summary>
    public async ValueTask InitializeAsync()
    {
        await _board.InitializeAsync();
        _visitor = new(_board.Address);
        await _board.CareHome(_home.Name, 10, 6);
        foreach (var occupied in new[] { 9, 7 })
        {
            _clock.Now = _clock.Now.AddDays(1);
            (await _board.Declare(_home, 10, occupied)).ThenAccepted();
        }

        _clock.Now = _clock.Now.AddHours(6);
    }

    public async ValueTask DisposeAsync() => await _board.DisposeAsync();

    public void Dispose() => _visitor.Dispose();

    [Theory]
    [InlineData($"/{Stockport}", ".cb-tile")]
    [InlineData(Wall, ".cb-wall__type")]
    public async Task GivenThreeDays_ThenTheTileHasALineAndSaysWhatIsUsual(string path, string tile)
    {
        var line = await TileWithLine(path, tile);

        line.QuerySelector("svg[aria-hidden=true] path")!.GetAttribute("d").ShouldBe("M222.2 0L231.1 32L240 10.7");
        line.Read().ShouldContain("3 days: 1 to 4");
        line.Read().ShouldContain("Available at noon. Today 3. Lowest 1, highest 4 in 3 days.");
    }

    [Fact]
    public async Task GivenANewNoon_ThenItJoinsTheLineAndTodaysFigureIsNoLongerNamedToday()
    {
        await TileWithLine(Wall, ".cb-wall__type");
        _clock.Now = _clock.Now.AddDays(1);
        (await _board.Declare(_home, 10, 0)).ThenAccepted();
        _clock.Now = _clock.Now.AddHours(12);

        (await TileWithLine(Wall, ".cb-wall__type")).Read().ShouldContain("Yesterday 3.");
        _clock.Now = _clock.Now.AddHours(12);

        await Deadline.Until(async () => (await TileWithLine(Wall, ".cb-wall__type")).Read().Contains("Today 10. Lowest 1, highest 10 in 5 days."), "the new noon is shown");
    }

    [Fact]
    public async Task GivenABoardOfThePast_ThenItHasNoLines()
    {
        await TileWithLine($"/{Stockport}", ".cb-tile");

        var past = await _visitor.Visit($"/{Stockport}?at=2026-03-04T14:00:00Z");

        past.Document.QuerySelectorAll(".cb-tile").ShouldNotBeEmpty();
        past.Document.QuerySelectorAll(".cb-trend-line").ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenAHospital_ThenTheWallShowsItsPeopleAtNoon()
    {
        var ward = SiteKey.OfWard(Stockport, "stepping-hill", "a1");
        (await _board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await _board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        _clock.Now = _clock.Now.AddDays(3);

        await Deadline.Until(
            async () => (await _visitor.Visit(Wall)).Document.QuerySelector("[data-trend=people]:not([hidden])") is { } people
                && people.Read().Contains("Medically optimised Today 0 · 3 days: always 0"),
            "the people's lines are shown");
    }

    /// <summary>The first to look finds no line, and begins the count.</summary>
    private async Task<IElement> TileWithLine(string path, string tile)
    {
        IElement? found = null;
        await Deadline.Until(
            async () => (found = (await _visitor.Visit(path)).Document.QuerySelector($"{tile}:has(.cb-trend-line)")) is not null,
            $"{path} has a line");
        return found!;
    }
}

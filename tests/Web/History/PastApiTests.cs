using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.History;

/// <summary>The board and its sites as they stood, over HTTP; the journal is SQLite's.</summary>
public sealed class PastApiTests(PastApiTests.Recorded past) : IClassFixture<PastApiTests.Recorded>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SiteKey Ward = SiteKey.OfWard(TestBoard.Locality, "stepping-hill", "a1");

    private readonly TestBoard _board = past.Board;
    private readonly List<BoardUpdate> _seen = past.Seen;

    [Fact]
    public async Task GivenBoardsThatWereRead_WhenReadAgainAsAtTheirMoments_ThenTheSame()
    {
        foreach (var seen in _seen)
        {
            (await Board($"?at={At(seen.At)}")).ShouldEqual(seen);
            (await Board($"?at={At(seen.At.AddSeconds(30))}&version={seen.Version}")).ShouldEqual(seen with { At = seen.At.AddSeconds(30) });
        }
    }

    [Fact]
    public async Task GivenTheServerStartsAnew_ThenThePastIsTheSame()
    {
        await _board.Restart();
        await _board.OnTheBoard();

        foreach (var seen in _seen.Where((_, index) => index % 9 == 0))
        {
            (await Board($"?at={At(seen.At)}")).ShouldEqual(seen);
        }
    }

    [Fact]
    public async Task GivenSite_WhenReadAsItStood_ThenItsFiguresAndPeopleOfThen()
    {
        var answer = (await _board.Get($"{Address}?at={At(Start.AddMinutes(40))}")).ThenAccepted().Json;

        answer["stays"]!.AsArray().Count.ShouldBe(40);
        ((int)answer["figures"]!["lines"]![0]!["occupied"]!).ShouldBe(40);
        ((string)answer["at"]!).ShouldBe("2026-03-02T09:40:00Z");
        ((int)answer["version"]!).ShouldBe(42);
    }

    [Theory]
    [InlineData("?at=", "is not a date and time with a time zone")]
    [InlineData("?at=2026-03-02T09:40:00", "is not a date and time with a time zone")]
    [InlineData("?at=2026-03-04T09:00:00Z", "is in the future")]
    [InlineData("?at=2026-03-01T09:00:00Z", "is before the first record here")]
    [InlineData("?version=3", "a version needs one")]
    [InlineData("?at=2026-03-02T09:40:00Z&version=-3", "is not a version of the board")]
    public async Task GivenMomentThatCannotBe_ThenAProblemSaysWhatIsAllowed(string query, string words)
    {
        (await _board.Get($"/api/localities/{TestBoard.Locality}/board{query}")).ThenRefused(400, "no-such-moment", "at").Saying(words);
        (await _board.Get(Address + query)).ThenRefused(400, "no-such-moment", "at").Saying(words);
    }

    [Fact]
    public async Task GivenAVersionBeforeTheSite_ThenAProblem() =>
        (await _board.Get($"{Address}?at=2026-03-02T09:40:00Z&version=0")).ThenRefused(400, "no-such-moment", "at").Saying("was not on the board yet");

    [Fact]
    public async Task GivenNoSuchLocalityOrSite_ThenUnknownWhateverTheMoment()
    {
        (await _board.Get("/api/localities/atlantis/board?at=2026-03-02T09:40:00Z")).ThenRefused(404, "unknown-locality");
        (await _board.Get("/api/localities/stockport/care-homes/atlantis?at=2026-03-02T09:40:00Z")).ThenRefused(404, "unknown-site");
    }

    private static string Address => CapacityBoard.Sites.SiteApi.AddressOf(SiteKind.Ward, Ward);

    private async Task<BoardUpdate> Board(string query) => JsonSerializer.Deserialize<BoardUpdate>(
        (await _board.Get($"/api/localities/{TestBoard.Locality}/board{query}")).ThenAccepted().Text, DomainJson.Options)!;

    private static string At(DateTimeOffset at) => Uri.EscapeDataString(Instants.ToText(at));

    /// <summary>A ward of which one bed more is taken every minute, and the board as it was read after each.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        private readonly SetClock _clock = new() { Now = Start };

        public Recorded() => Board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

        public TestBoard Board { get; }

        public List<BoardUpdate> Seen { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await Board.InitializeAsync();
            (await Board.Register(SiteKind.Ward, Ward)).ThenAccepted();
            (await Board.Say(SiteKind.Ward, Ward, new DeclareVacancies([new(BedType.Inpatient, 100, 0)]))).ThenAccepted();
            for (var bed = 1; bed <= 70; bed++)
            {
                _clock.Now = Start.AddMinutes(bed);
                (await Board.Say(SiteKind.Ward, Ward, new AdmitStay($"W-{bed}", $"{bed}"))).ThenAccepted();
                Seen.Add(await Board.ReadBoard());
            }

            _clock.Now = Start.AddDays(1);
        }

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}

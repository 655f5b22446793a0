using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CapacityBoard.Access;
using CapacityBoard.Access.Keys;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Telemetry;

/// <summary>What a web node answers whoever scrapes it.</summary>
public sealed partial class MetricsTests
{
    private static readonly (string Name, string Label)[] MovedByActs =
    [
        ("board_commands_total", "command=\"declare-vacancies\",outcome=\"done\""),
        ("board_commands_total", "outcome=\"unknown-site\""),
        ("board_journal_append_duration_seconds_count", ""),
        ("board_journal_batch_size_count", ""),
        ("board_journal_position", ""),
        ("board_fold_position", ""),
        ("board_fold_delay_seconds_count", ""),
        ("board_pushes_total", ""),
        ("board_push_size_bytes_total", ""),
        ("board_screens", ""),
        ("board_holds", "state=\"open\""),
        ("board_sites", "freshness=\"fresh\""),
        ("board_sign_ins_total", "outcome=\"sign-in-failed\""),
        ("board_refusals_total", "reason=\"unknown\""),
        ("http_server_request_duration_seconds_count", "http_route=\"sign-in\""),
        ("orleans_app_requests_latency_milliseconds_count", ""),
    ];

    [Fact]
    public async Task GivenActsOfEachKind_ThenEveryFigureMoves()
    {
        var clock = new ShiftedClock();
        await using var board = await TestBoard.Start(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var before = await Figures.Read(board.Http);

        var home = await board.CareHome("the-limes");
        await using var screen = await board.ScreenShowing(2);
        (await board.Hold(home, "a-1", until: clock.GetUtcNow().AddHours(2))).ThenAccepted();
        (await board.Declare(SiteKey.Of(TestBoard.Locality, "nowhere"), 1, 0)).ThenRefused(404, "unknown-site");
        await screen.Until(shown => shown.Copy.Version == 3, "version 3");
        await FailToSignIn(board);

        await ShouldMove(board, before, MovedByActs);

        clock.Shift = TimeSpan.FromDays(3);
        (await board.CareHome("the-oaks")).Name.ShouldBe("the-oaks");

        await ShouldMove(board, before, [("board_holds", "state=\"run-out\""), ("board_sites", "freshness=\"stale\"")]);
    }

    [Fact]
    public async Task GivenScreenThatTakesNothingIn_ThenPushesAreUnsent()
    {
        await using var board = await TestBoard.Start();
        var home = await board.CareHome("the-limes");
        for (var other = 1; other <= 40; other++)
        {
            await board.CareHome($"home-{other}");
        }

        await using var dead = await DeadScreen.Open(board.Address, TestBoard.Locality);
        await dead.AskUntilNothingMoves();

        (await board.Declare(home, 10, 7)).ThenAccepted();

        await ShouldMove(board, new([]), [("board_pushes_unsent", "")]);
    }

    [Fact]
    public async Task GivenTheFiguresThatOperationsNames_ThenEachIsAnswered()
    {
        await using var board = await TestBoard.Start();
        var home = await board.CareHome("the-limes");
        await using var screen = await board.ScreenShowing(2);
        (await board.Declare(home, 10, 7)).ThenAccepted();
        await FailToSignIn(board);
        var named = BoardFigure().Matches(await File.ReadAllTextAsync(Repository.PathOf("docs/operations.md"))).Select(match => match.Value).Distinct()
            .Except([KindTable]).ToList();

        named.Count.ShouldBeGreaterThanOrEqualTo(10);
        await Deadline.Until(async () => (await Figures.Read(board.Http)).Find("board_push_size_bytes_total") > 0, "a push is counted");
        var figures = await Figures.Read(board.Http);
        named.Where(name => (figures.Find(name) ?? figures.Find($"{name}_count")) is null).Except([.. OnlyWhenSomethingFails, OnlyOnPostgres, OnlyWithFeeds]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("viewer *", HttpStatusCode.Forbidden)]
    [InlineData("monitor stockport", HttpStatusCode.Forbidden)]
    [InlineData("monitor *", HttpStatusCode.OK)]
    public async Task GivenKey_WhenFiguresAreAsked_ThenOnlyAMonitorsOfEverywhereIsAnswered(string? grant, HttpStatusCode answered)
    {
        await using var board = await TestBoard.Start();
        using var http = new HttpClient { BaseAddress = board.Address };
        http.DefaultRequestHeaders.Authorization = grant is null ? null : new AuthenticationHeaderValue("Bearer", await KeyFor(board, grant));

        using var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative));

        answer.StatusCode.ShouldBe(answered);
    }

    /// <summary>It is named as the figures are, and is a table.</summary>
    private const string KindTable = "board_kind";

    /// <summary>Counters without a single count are not answered.</summary>
    private static readonly string[] OnlyWhenSomethingFails = ["board_journal_append_failures_total"];

    private const string OnlyWithFeeds = "board_feed_messages";

    private const string OnlyOnPostgres = "board_clock_difference_seconds";

    private static Task ShouldMove(TestBoard board, Figures before, (string Name, string Label)[] figures) => Deadline.Until(
        async () =>
        {
            var now = await Figures.Read(board.Http);
            return figures.All(figure => now[figure.Name, figure.Label] > before[figure.Name, figure.Label]);
        },
        $"these have moved: {string.Join(", ", figures)}");

    private static async Task FailToSignIn(TestBoard board)
    {
        using var stranger = new Visitor(board.Address, name: null);
        await stranger.Send(await stranger.Visit("/"), "sign-in", ("name", "nobody"), ("password", "nothing"));
    }

    private static async Task<string> KeyFor(TestBoard board, string grant)
    {
        var role = Codes.TryParse<Role>(grant.Split(' ')[0], out var known) ? known : throw new ArgumentException(grant, nameof(grant));
        return await board.Services.GetRequiredService<ApiKeys>()
            .Create("Prometheus", [new(role, Scope.Parse(grant.Split(' ')[1]))], TimeSpan.FromDays(1), "tests");
    }

    [GeneratedRegex("(?<![a-z_])board_[a-z_]*[a-z]")]
    private static partial Regex BoardFigure();
}

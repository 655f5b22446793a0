using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Commands;

/// <summary>What callers are told while the disk is full, and afterwards.</summary>
public sealed class JournalUnavailableTests
{
    private SqliteConnection? _recording;

    [Fact]
    public async Task GivenFullDisk_WhenCommanded_ThenToldToComeBackAndOnceThereIsSpaceItIsDoneOnce()
    {
        await using var board = await TestBoard.Start(UseJournalWithLimit);
        var home = await board.CareHome("the-limes");
        Allow((long)_recording!.Ask("PRAGMA page_count")!);

        var (acknowledged, refused) = await DeclareUntilFull(board, home);

        refused.ThenRefused(503, "journal-unavailable").Saying("cannot read or save anything at the moment");
        refused.Text.ShouldNotContain("journal.db");
        refused.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull();
        (await board.Read(SiteKind.CareHome, home)).ThenAccepted().Version.ShouldBe(acknowledged);
        (await board.Get("/health/live")).Status.ShouldBe(200);

        Allow(1_000_000);
        (await board.Declare(home, 10, 1, "when-full")).ThenAccepted().Version.ShouldBe(acknowledged + 1);
        (await board.Declare(home, 10, 1, "when-full")).ThenAccepted().Version.ShouldBe(acknowledged + 1);
        await using var screen = await board.ScreenShowing(acknowledged + 1);
        screen.Copy.ShouldShow(await board.ReadBoard());
    }

    [Fact]
    public async Task GivenJournalThatCannotBeReadYet_ThenNotReadyButAliveAndReadyOnceItCan()
    {
        var gate = new UnreadableJournal();
        await using var board = await TestBoard.Start(builder => builder.Services.Decorate<IJournal>(journal => gate.Over(journal)));
        (await board.Get("/health/live")).Status.ShouldBe(200);
        (await board.Get("/health/ready")).Status.ShouldBe(503);
        ((bool)(await board.Get("/health")).ThenAccepted().Json["ready"]!).ShouldBeFalse();

        gate.Open();

        (await board.Get("/api/localities")).ThenAccepted();
        (await board.Get("/health/ready")).Status.ShouldBe(200);
    }

    private void UseJournalWithLimit(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJournal>(services => SqliteJournal.Open(
        services.GetRequiredService<DataFolder>(), NullLogger<SqliteJournal>.Instance, connection => _recording = connection));

    private void Allow(long pages) => _recording!.Ask($"PRAGMA max_page_count = {pages}");

    /// <summary>Answers the last version that was acknowledged, and the first refusal.</summary>
    private static async Task<(long Acknowledged, Answer Refused)> DeclareUntilFull(TestBoard board, SiteKey home)
    {
        var acknowledged = 2L;
        for (var number = 0; number < 5000; number++)
        {
            if (await board.Confirm(home, $"{new string('x', 80)}-{number}") is { IsAccepted: false } refused)
            {
                return (acknowledged, refused);
            }

            acknowledged++;
        }

        throw new TimeoutException("The disk never filled up.");
    }
}

using CapacityBoard.Journal;
using CapacityBoard.Journal.Copying;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Ui;
using Npgsql;

namespace CapacityBoard.Faults;

/// <summary>The journal holds an entry that this version cannot read: its site alone is not shown, and everything says so.</summary>
public sealed class UnreadableEntryTests(Databases databases)
{
    private const string Append =
        """
        SELECT append_to_journal(
            ARRAY['stockport/the-limes'], ARRAY[2]::bigint[], ARRAY[now()], ARRAY['A newer version'], ARRAY['newer-1'], ARRAY[NULL]::text[],
            ARRAY[1]::bigint[], ARRAY['beds-painted'], ARRAY['{}'])
        """;

    private static readonly SiteKey Unreadable = SiteKey.Of(ApiUser.Locality, "the-limes");

    /// <summary>An older node of a cluster reads what a newer one has just recorded.</summary>
    [Fact]
    public async Task GivenBoardsThatAreWatched_WhenANewerVersionRecordsWhatThisOneCannotRead_ThenThatSiteAloneIsNotShown()
    {
        await using var board = new TestBoard { Database = await databases.New() };
        await board.InitializeAsync();
        var other = await TwoHomes(board);
        await using var screen = await board.Watch();
        await using (var database = new NpgsqlConnection(board.Database))
        {
            await database.OpenAsync();
            await using var insert = new NpgsqlCommand(Append, database);
            await insert.ExecuteNonQueryAsync();
        }

        await screen.Until(shown => shown.Pushes.Any(push => push.Rows.Any(row => row.UnreadableSince is not null)), "the site cannot be shown");

        await ShouldShowAllButOne(board, other);
        (await board.Declare(other, 10, 3)).ThenAccepted();
        await screen.Until(shown => shown.Pushes.SelectMany(push => push.Rows).Any(row => row.Site == other && row.Lines[0].Available == 7), "another site goes on");
    }

    [Fact]
    public async Task GivenJournalWithAnEntryThatCannotBeRead_WhenStarted_ThenThatSiteAloneIsNotShown()
    {
        await using var board = new TestBoard();
        await board.InitializeAsync();
        var other = await TwoHomes(board);
        await board.Stop();
        await using (var rows = SqliteRows.Open(board.DataFolder, mustExist: true))
        {
            var chain = new JournalChain();
            var last = (await rows.Head(CancellationToken.None))!.Value;
            chain.Begin(last.Position, last.Hash);
            var row = new JournalRow(last.Position + 1, Unreadable.Value, 3, 1_800_000_000_000, "A newer version", "newer-1", "beds-painted", "{}");
            await rows.Write([row with { Hash = chain.Add(row) }], CancellationToken.None);
        }

        await board.InitializeAsync();

        await board.OnTheBoard(other);
        await ShouldShowAllButOne(board, other);
    }

    private static async Task<SiteKey> TwoHomes(TestBoard board)
    {
        await board.CareHome("the-limes", total: 10, occupied: 6);
        return await board.CareHome("the-oaks", total: 10, occupied: 8);
    }

    private static async Task ShouldShowAllButOne(TestBoard board, SiteKey other)
    {
        var shown = await board.ReadBoard();
        var withheld = shown.Rows.Single(row => row.Site == Unreadable);
        (withheld.Freshness, withheld.Lines.Length, withheld.Name).ShouldBe((Freshness.Unreadable, 0, "The Limes"));
        withheld.UnreadableSince.ShouldNotBeNull();
        shown.Rows.Single(row => row.Site == other).Lines[0].Available.ShouldBe(2);
        (shown.Totals.Types.Single().Available, shown.Totals.Sites.Unreadable).ShouldBe((2, 1));

        (await board.Declare(Unreadable, 10, 5)).Status.ShouldBe(503);
        (await board.Get("/health/ready")).Status.ShouldBe(200);
        (await Figures.Read(board.Http))["board_sites", "freshness=\"unreadable\""].ShouldBe(1);
        using var anyone = board.Everywhere();
        (await anyone.Visit($"/{ApiUser.Locality}")).Text.ShouldContain("so this site is not in any total.");
        var page = await anyone.Visit(Paths.OfSite(Unreadable));
        page.Text.ShouldContain("you cannot change anything here until this is fixed");
        page.Text.ShouldNotContain("bed free");
        (await anyone.Visit(Paths.OfSite(other))).Text.ShouldContain("of 10 occupied");
    }
}

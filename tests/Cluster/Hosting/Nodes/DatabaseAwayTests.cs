using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>What people are shown while the database is away, and after it.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task GivenDatabaseThatIsStopped_ThenBoardsAreShownAsTheyAreAndWhatWasTypedIsSentOnceItIsBack()
    {
        await using var database = await PostgresServer.Start().Within("PostgreSQL has started");
        await using var board = new TestBoard { Database = await database.CreateDatabase() };
        await board.InitializeAsync();
        await board.OnTheBoard(await board.CareHome("the-limes", 10, 6));
        await board.OnTheBoard(await board.CareHome("the-oaks", 10, 9));
        using var person = new Visitor(board.Address);
        var page = await person.Visit("/stockport/sites/the-limes");

        await database.Stop();

        (await person.Visit("/stockport")).Text.ShouldContain("15 of 20 occupied");
        var (sent, read) = (person.Send(page, "step-general-nursing", ("step", "more")), person.Visit("/stockport/sites/the-oaks"));
        ShouldSayInWords(await read, "This page cannot be shown");
        var failed = ShouldSayInWords(await sent, "Your change may not be saved");

        await database.StartAgain();
        await Deadline.Until(async () => (await person.Visit("/stockport/sites/the-limes")).Status == 200, "the board is back");
        (await person.Send(failed, "again")).Said.ShouldContain("5 general nursing beds free.");
        (await person.Send(failed, "again")).Said.ShouldContain("5 general nursing beds free.");
    }

    /// <param name="titles">One of these: where grains run elsewhere, nobody here can tell whether they had recorded it.</param>
    private static VisitedPage ShouldSayInWords(VisitedPage page, params string[] titles)
    {
        page.Status.ShouldBe(503);
        titles.ShouldContain(title => page.Title.StartsWith(title, StringComparison.Ordinal));
        page.Text.ShouldNotContain("   at ");
        page.Text.ShouldNotContain("Exception");
        return page;
    }
}

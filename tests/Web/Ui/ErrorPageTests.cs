using CapacityBoard.Journal;
using CapacityBoard.Support;

namespace CapacityBoard.Ui;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task GivenFullDisk_WhenSaved_ThenToldSoAndTheSameIsDoneOnceWhenSentAgain()
    {
        var journal = new FullJournal();
        await using var board = await TestBoard.Start(builder => builder.Services.Decorate<IJournal>(inner => journal.Over(inner)));
        await board.OnTheBoard(await board.CareHome("the-limes", 10, 6));
        using var visitor = new Visitor(board.Address);
        var page = await visitor.Visit("/stockport/sites/the-limes");
        journal.IsFull = true;

        var failed = await visitor.Send(page, "step-general-nursing", ("step", "more"));

        failed.Status.ShouldBe(503);
        failed.Title.ShouldStartWith("Your change may not be saved");
        failed.Text.ShouldNotContain("disk");

        journal.IsFull = false;
        (await visitor.Send(failed, "again")).Said.ShouldContain("5 general nursing beds free.");
        (await visitor.Send(failed, "again")).Said.ShouldContain("5 general nursing beds free.");
    }

    [Fact]
    public async Task GivenFormWithoutItsToken_ThenRefusedInWords()
    {
        await using var board = await TestBoard.Start();
        await board.OnTheBoard(await board.CareHome("the-limes"));
        using var visitor = new Visitor(board.Address);
        var page = await visitor.Visit("/stockport/sites/the-limes");

        var refused = await visitor.Send(page, "unchanged", ("__RequestVerificationToken", "made-up"));

        refused.Status.ShouldBe(400);
        refused.Title.ShouldStartWith("Your form could not be sent");
    }
}

using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Web.Pages;

/// <summary>The transfer team holds a bed, over HTTP and without scripts.</summary>
public sealed class HoldPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenFreeBed_WhenHeld_ThenItsEndIsSaidAndTheHoldCanBeExtendedAndReleased()
    {
        var home = await board.CareHome("holds", 10, 9);

        var held = await _visitor.Send(await Visit(home), "place", ("stay", "SH1"));
        held.Said.ShouldContain("A general nursing bed is held for SH1 until tomorrow");
        held.Text.ShouldContain("9 of 10 occupied, 1 held");

        var extended = await _visitor.Send(held, held.FormOf("extend"), ("hours", "48"));
        extended.Said.ShouldContain("The hold now ends");

        var released = await _visitor.Send(extended, extended.FormOf("release"), ("words", "Went home"));
        released.Said.ShouldContain("The hold is released.");
        released.Text.ShouldContain("9 of 10 occupied");
    }

    [Fact]
    public async Task GivenLastBedTakenMeanwhile_ThenToldSoAndWhereElse()
    {
        var home = await board.CareHome("last-bed", 10, 9);
        var page = await Visit(home);
        (await board.Hold(home, "SH2")).ThenAccepted();

        var after = await _visitor.Send(page, "place", ("stay", "SH1"));

        after.ErrorSummary.ShouldContain("No bed of this type is free here any more");
        after.Html.ShouldContain("href=\"/stockport?type=general-nursing&amp;available=now\"");
        after.Form("place").Fields["stay"].ShouldBe("SH1");
    }

    [Fact]
    public async Task GivenNeitherReferenceNorNote_ThenSaidAtTheField()
    {
        var after = await _visitor.Send(await Visit(await board.CareHome("nobody", 10, 9)), "place");

        after.ErrorSummary.ShouldBe("Enter the stay’s reference, or a note that identifies nobody.");
    }

    private async Task<VisitedPage> Visit(SiteKey home)
    {
        await board.OnTheBoard(home);
        return await _visitor.Visit($"/stockport/hold?site={Uri.EscapeDataString(home.Value)}&type=general-nursing");
    }
}

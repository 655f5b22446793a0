using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Holds;

/// <summary>The transfer team holds a bed, over HTTP and without scripts.</summary>
public sealed class HoldPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenFreeBed_WhenHeld_ThenItsEndIsSaidAndTheHoldCanBeExtendedAndReleased()
    {
        var home = await board.CareHome("holds", 10, 9);

        var held = await _visitor.Send(await Visit(home), "place", ("stay", "SH1"), ("unknown-yes", "yes"));
        held.Said.ShouldContain("General nursing bed held for SH1 until tomorrow");
        held.Text.ShouldContain("9 of 10 occupied, 1 held");

        var extended = await _visitor.Send(held, held.FormOf("extend"), ("hours", "48"));
        extended.Said.ShouldContain("The hold now ends");

        var released = await _visitor.Send(extended, extended.FormOf("release"), ("words", "Went home"));
        released.Said.ShouldContain("Hold released.");
        released.Text.ShouldContain("9 of 10 occupied");
    }

    [Fact]
    public async Task GivenReferenceInOtherLettersOrWithoutName_WhenHeld_ThenFoundOrSaid()
    {
        var ward = SiteKey.OfWard(TestBoard.Locality, "stepping-hill", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 2, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH41029", "1"))).ThenAccepted();
        await board.OnTheBoard(ward);
        var home = await board.CareHome("whom", 10, 8);

        var held = await _visitor.Send(await Visit(home), "place", ("stay", "sh41029"));
        held.Said.ShouldContain("held for SH41029 until");
        held.Said.ShouldNotContain("No stay");
        var doubtful = await _visitor.Send(held, "place", ("stay", "SH99999"));
        doubtful.ErrorSummary.ShouldStartWith("Nobody with the reference SH99999 is on this board");
        var ofNobody = await _visitor.Send(doubtful, "place", ("unknown-yes", "yes"));

        ofNobody.Said.ShouldContain("No stay has this reference.");
        (await board.Read(SiteKind.CareHome, home)).Json["holds"]!.AsArray().Select(hold => (string?)hold!["from"]).ShouldBe([ward.Value, null]);
    }

    [Fact]
    public async Task GivenSomethingThatSpeaksAgainstIt_WhenHeld_ThenAskedWhyAndTheReasonIsOnRecord()
    {
        var ward = SiteKey.OfWard("doubts", "stepping-hill", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[] { new DeclareVacancies([new(BedType.Inpatient, 2, 0)]), new AdmitStay("SH777", "1"), new SetNeeds("SH777", new([BedType.DementiaNursing], Nursing: true, Dementia: true)) })
        {
            (await board.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        await board.OnTheBoard(ward);
        var (home, other) = (await board.CareHome("doubtful", 10, 8), await board.CareHome("held-first", 10, 8));
        (await board.Say(SiteKind.CareHome, other, new PlaceHold(BedType.GeneralNursing, "SH777", From: ward))).ThenAccepted();
        await board.OnTheBoard(other);

        var asked = await _visitor.Send(await Visit(home), "place", ("stay", "SH777"));
        asked.ErrorSummary.ShouldContain("A bed is already held for SH777 at Held first until");
        asked.ErrorSummary.ShouldContain("Their needs do not name a general nursing bed.");
        asked.ErrorSummary.ShouldContain("They need dementia care");
        (await board.Journal.ReadSite(home, 0)).ShouldNotContain(entry => entry.Event is HoldPlaced);

        (await _visitor.Send(asked, "place", ("despite", "The family wants to see both"))).Said.ShouldContain("held for SH777 until");
        (await board.Journal.ReadSite(home, 0)).Select(entry => entry.Event).OfType<HoldPlaced>().ShouldHaveSingleItem().Despite.ShouldBe("The family wants to see both");
    }

    [Fact]
    public async Task GivenLastBedTakenMeanwhile_ThenToldSoAndWhereElse()
    {
        var home = await board.CareHome("last-bed", 10, 9);
        var page = await Visit(home);
        (await board.Hold(home, "SH2")).ThenAccepted();

        var after = await _visitor.Send(page, "place", ("stay", "SH1"), ("unknown-yes", "yes"));

        after.ErrorSummary.ShouldContain("No beds of this type are free here now");
        after.Html.ShouldContain("href=\"/stockport?type=general-nursing&amp;available=now\"");
        after.Form("place").Fields["stay"].ShouldBe("SH1");
    }

    [Fact]
    public async Task GivenNeitherReferenceNorNote_ThenSaidAtTheField()
    {
        var after = await _visitor.Send(await Visit(await board.CareHome("nobody", 10, 9)), "place");

        after.ErrorSummary.ShouldBe("Enter the stay reference, or a note that does not identify anyone.");
    }

    private async Task<VisitedPage> Visit(SiteKey home)
    {
        await board.OnTheBoard(home);
        return await _visitor.Visit($"/stockport/hold?site={Uri.EscapeDataString(home.Value)}&type=general-nursing");
    }
}

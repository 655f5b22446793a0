using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui;

namespace CapacityBoard.Fees;

/// <summary>A home states its fees on its own page, over HTTP and without scripts.</summary>
public sealed class FeesPageTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenHome_WhenItStatesItsFees_ThenTheyAreOnItsPageAndChangedInPlace()
    {
        var home = await board.CareHome("the-fees-house");
        using var manager = new Visitor(board.Address, name: "The Fees House", grants: [new(Role.CareProvider, Scope.Of(home))]);
        var page = await manager.Visit(Paths.OfSite(home));
        page.Text.ShouldContain("You have not stated your fees.");

        page = await manager.Send(page, FeeForm.Id, ("lowest", "about a thousand"));
        page.ErrorSummary.ShouldBe("Enter whole pounds, such as 950.");
        page.Form(FeeForm.Id).Fields["lowest"].ShouldBe("about a thousand");
        page = await manager.Send(page, FeeForm.Id, ("lowest", "950"), ("highest", "900"));
        page.ErrorSummary.ShouldContain("cannot be lower");
        page = await manager.Send(page, FeeForm.Id, ("lowest", "£1,050"), ("highest", ""), ("asksTopUp", "yes"), ("topUp", "60"), ("note", "More at night"));

        page.Said.ShouldContain("Fees saved.");
        page.Text.ShouldContain("£1,050 a week. Top-up asked: £60 a week. More at night. Stated by The Fees House, just now");
        page.Form(FeeForm.Id).Fields["lowest"].ShouldBe("1050");
        ((int?)(await board.Read(SiteKind.CareHome, home)).Json["fees"]!["statement"]!["lowest"]).ShouldBe(1050);
    }

    [Fact]
    public async Task GivenReaderWhoMayNotDeclare_ThenTheStatementStandsWithoutAForm()
    {
        var home = await board.CareHome("the-read-house");
        using var commissioner = new Visitor(board.Address, name: "Commissioner", grants: [new(Role.Commissioner, Scope.Parse(home.Locality))]);

        var page = await commissioner.Visit(Paths.OfSite(home));

        page.Text.ShouldContain("This home has not stated its fees.");
        page.FormOf(FeeForm.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenStatedFees_ThenTheFamilysSheetHasThemWithTheirDay()
    {
        var ward = SiteKey.OfWard("fee-sheet", "infirmary", "a1");
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new Beds.DeclareVacancies([new(Beds.BedType.Inpatient, 9, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH1", "1"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("SH1", new([TestBoard.Type])))).ThenAccepted();
        var home = await board.CareHome("the-oaks", 10, 8, "fee-sheet");
        (await board.Say(SiteKind.CareHome, home, new StateFees(new(950, AsksTopUp: false)))).ThenAccepted();
        await board.OnTheBoard(home);
        using var visitor = new Visitor(board.Address);

        var sheet = await visitor.Visit($"{Paths.OfChoices(ward, "SH1")}&for=family");

        sheet.Text.ShouldContain("Fees: £950 a week. No top-up. The home said this on");
    }
}

using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Admin;

/// <summary>An administrator pastes a table of wards, units or agencies, checks it and adds them with their beds.</summary>
public sealed class AddSitesPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _everywhere = board.Everywhere();

    public void Dispose() => _everywhere.Dispose();

    [Fact]
    public async Task GivenWards_WhenAdded_ThenTheyAreOnTheBoardWithTheirBeds_AndNotBefore()
    {
        var preview = await Preview("ward", ("locality", "Wards"), ("hospital", "The Hospital"), ("table", "Ward\tBeds\nA1\t28\nB2\t20"));
        preview.Title.ShouldStartWith("Check wards");
        preview.Text.ShouldContain("A1 28 Added B2 20 Added");
        (await board.Get("/api/localities/wards/board")).Status.ShouldBe(404);

        var after = await _everywhere.Send(preview, "confirm");

        after.Path.ShouldBe("/admin");
        after.Said.ShouldBe("2 wards are on the Wards board at The Hospital.");
        await board.OnTheBoard(SiteKey.OfWard("wards", "the-hospital", "b2"));
        var lines = (await board.ReadBoard("wards")).Rows.ToDictionary(row => row.Site.Name, row => row.Lines.Single());
        (lines["a1"].Type, lines["a1"].Total, lines["b2"].Total).ShouldBe((BedType.Inpatient, 28, 20));
        var again = await Preview("ward", ("locality", "wards"), ("hospital", "the hospital"), ("table", "A1, 30"));
        again.Text.ShouldContain("On the board already: no change");
        await _everywhere.Send(again, "confirm");
        (await board.ReadBoard("wards")).Rows.Single(row => row.Site.Name == "a1").Lines.Single().Total.ShouldBe(28, "a ward's figures are its own");
    }

    [Fact]
    public async Task GivenUnits_WhenAdded_ThenNoBedIsFreeUntilTheySaySo()
    {
        await _everywhere.Send(await Preview("intermediate-care-unit", ("locality", "Units"), ("table", "Opal House, 24, step down\nOpal House, 6, step up")), "confirm");

        await board.OnTheBoard(SiteKey.Of("units", "opal-house"));
        (await board.ReadBoard("units")).Rows.ShouldHaveSingleItem().Lines.Select(line => (line.Type, line.Total, line.Available))
            .ShouldBe([(BedType.StepDown, 24, 0), (BedType.StepUp, 6, 0)], ignoreOrder: true);
    }

    [Fact]
    public async Task GivenLongName_WhenAdded_ThenItIsOnTheBoard()
    {
        var name = string.Join(' ', Enumerable.Repeat("Intermediate", 7));

        (await _everywhere.Send(await Preview("intermediate-care-unit", ("locality", "Long names"), ("table", $"{name}; 24; step down")), "confirm")).Path.ShouldBe("/admin");

        (await board.ReadBoard("long-names")).Rows.ShouldHaveSingleItem().Lines.Single().Total.ShouldBe(24);
    }

    [Fact]
    public async Task GivenTooManyLines_ThenSaidAtTheTableAndTheyStay()
    {
        var table = string.Join('\n', Enumerable.Range(0, PastedTable.MostLines + 1).Select(line => $"A{line}, 28"));

        var after = await Preview("ward", ("locality", "Many"), ("hospital", "The Hospital"), ("table", table));

        after.ErrorSummary.ShouldContain("Paste at most 200 lines at a time.");
        after.Document.QuerySelector("#add-table").ShouldNotBeNull().TextContent.Trim().ShouldBe(table);
    }

    [Theory]
    [InlineData("", "The Hospital", "A1, 28", "add-locality", "Enter the locality")]
    [InlineData("admin", "The Hospital", "A1, 28", "add-locality", "Enter another name for the locality")]
    [InlineData("Wrong", "", "A1, 28", "add-hospital", "Enter the hospital’s name")]
    [InlineData("Wrong", "The Hospital", "", "add-table", "Paste a table")]
    [InlineData("Wrong", "The Hospital", "A1, 28\nB2, many", "add-table", "Line 2: “B2, many” has no number of beds.")]
    public async Task GivenWhatCannotBe_ThenSaidAtTheField_AndWhatWasPastedStays(string locality, string hospital, string table, string field, string problem)
    {
        var after = await Preview("ward", ("locality", locality), ("hospital", hospital), ("table", table));

        after.Title.ShouldStartWith("Error: ");
        after.ErrorSummary.ShouldContain(problem);
        after.Html.ShouldContain($"href=\"#{field}\"");
        after.Document.QuerySelector($"#{field}").ShouldNotBeNull();
        after.Document.QuerySelector("#add-table").ShouldNotBeNull().TextContent.Trim().ShouldBe(table);
    }

    [Fact]
    public async Task GivenAdministratorOfAnotherLocality_ThenNothingIsAdded()
    {
        using var stockport = board.Stockport();

        var after = await stockport.Send(await stockport.Visit("/admin/sites/add?kind=home-care-provider"), "add", ("locality", "Trafford"), ("table", "Kestrel, 3"));

        after.ErrorSummary.ShouldBe("You can add sites only in stockport.");
    }

    [Fact]
    public async Task GivenNameWhoseAddressAnotherSiteHas_ThenItIsNotTakenForIt()
    {
        await board.OnTheBoard(await board.CareHome("the-oaks", locality: "taken"));

        (await Preview("home-care-provider", ("locality", "taken"), ("table", "The Oaks, 3"))).ErrorSummary.ShouldContain("would have the same address as The Oaks");
    }

    [Fact]
    public async Task GivenBoardWithNoSites_WhenItsAdministratorComes_ThenTheyAreAtTheFirstStep()
    {
        await using var empty = await TestBoard.Start();
        using var first = empty.Everywhere();

        var page = await first.Visit("/");

        page.Path.ShouldBe("/admin");
        page.Text.ShouldContain("Set up the board 0 of 5 done.");
        page.Links.ShouldContain("/import");
        page.Html.ShouldNotContain("./run");
    }

    private async Task<VisitedPage> Preview(string kind, params (string Name, string Value)[] typed) =>
        await _everywhere.Send(await _everywhere.Visit($"/admin/sites/add?kind={kind}"), "add", typed);
}

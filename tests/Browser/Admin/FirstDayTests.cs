using CapacityBoard.Sites;
using CapacityBoard.Support;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Admin;

/// <summary>An administrator's first day: from an empty board to one with homes, wards and the first person invited.</summary>
public sealed class FirstDayTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const int MostTaps = 15;

    private readonly BrowsedBoard _board = new();

    protected override Uri Address => _board.Server.Address;

    public override ValueTask InitializeAsync() => _board.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _board.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenEmptyBoard_WhenHomesWardsAndSomebodyAreAdded_ThenWithinFifteenTaps(bool script)
    {
        var person = await Desk(script);
        var page = person.Page;
        await person.Open("/");
        await Expect(page.Locator("#set-up")).ToHaveTextAsync("Set up the board");

        await ImportStockport(person);
        await Expect(page.Locator("#directory-state")).ToHaveTextAsync("66 care homes in 1 locality");
        await AddWards(person);
        await Expect(page.Locator("#wards-state")).ToHaveTextAsync("18 wards in 1 hospital");
        await Expect(page.Locator("#wards-done")).ToHaveTextAsync("Done");
        await Invite(person);

        await Expect(page.Locator("#said")).ToContainTextAsync("Sam Patel, transfer team invited");
        person.Taps.ShouldBeLessThanOrEqualTo(MostTaps);
        var board = await _board.Server.ReadBoard("stockport");
        (board.Rows.Count(row => row.Kind == SiteKind.CareHome), board.Rows.Count(row => row.Kind == SiteKind.Ward)).ShouldBe((66, 18));
        board.Rows.Where(row => row.Kind == SiteKind.Ward).ShouldAllBe(row => row.Lines.Single().Total == 24);
    }

    private static async Task ImportStockport(Person person)
    {
        var page = person.Page;
        await person.Tap(page.GetByText("Import the directory"));
        await person.ChooseFile(page.Locator("#Directory"), "care-homes.csv", Directories.GreaterManchester);
        await person.Tap(page.Locator("#check button"));
        await person.Tap(page.GetByText("Stockport", new() { Exact = true }));
        await person.Tap(page.Locator("#check button"));
        await person.Tap(page.Locator("#import button"));
        await person.Tap(page.GetByText("Continue setting up"));
    }

    private static async Task AddWards(Person person)
    {
        var page = person.Page;
        await person.Tap(page.GetByText("Add hospitals and wards"));
        await Expect(page.Locator("#add-locality")).ToHaveValueAsync("Stockport");
        await page.Locator("#add-hospital").FillAsync("Stepping Hill Hospital");
        await page.Locator("#add-table").FillAsync($"Ward\tBeds\n{string.Join('\n', Enumerable.Range(1, 18).Select(ward => $"Ward {ward}\t24"))}");
        await person.Tap(page.Locator("#add-send"));
        await person.Tap(page.Locator("#confirm-send"));
    }

    private static async Task Invite(Person person)
    {
        var page = person.Page;
        await person.Tap(page.GetByText("Invite people"));
        await page.Locator("#invite-name").FillAsync("Sam Patel, transfer team");
        await page.Locator("#invite-mail").FillAsync("sam.patel@nhs.net");
        await person.Choose(page.Locator("#invite-role"), "Transfer team");
        await page.Locator("#invite-scope").FillAsync("stockport");
        await person.Tap(page.Locator("#invite-send"));
    }
}

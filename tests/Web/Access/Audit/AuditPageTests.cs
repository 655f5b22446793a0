using CapacityBoard.Access.Store;
using CapacityBoard.Admin;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>Who saw or did what, as an administrator is shown it and takes it away.</summary>
public sealed class AuditPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();
    private readonly Visitor _everywhere = board.Everywhere();

    public void Dispose()
    {
        _stockport.Dispose();
        _everywhere.Dispose();
    }

    [Fact]
    public async Task GivenPersonsCommand_ThenItStandsOnceWithTheAddressThatItCameFrom()
    {
        var home = await board.CareHome("commanded");
        await board.OnTheBoard(home);
        using var person = new Visitor(board.Address, name: "Commander", grants: [Administrators.At(Role.CareProvider, home.Value)]);
        await person.Send(await person.Visit("/stockport/sites/commanded"), "step-general-nursing", ("step", "more"));

        var page = await _stockport.Visit("/admin/audit?who=Commander&act=vacancies-declared");

        Rows(page).ShouldHaveSingleItem().ShouldContain("stockport/commanded");
        Rows(page)[0].ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task GivenLinesOfSeveralPlaces_ThenALocalitysAdministratorSeesThoseOfTheirOwnAlone()
    {
        await board.Person("Of Here", Administrators.At(Role.Viewer, "stockport"));
        await board.Person("Of There", Administrators.At(Role.Viewer, "trafford"));
        await Write("Reader One", Acts.SawStays, "stockport/seen-here");
        await Write("Reader One", Acts.SawStays, "trafford/seen-there");
        await Write("Reader One", Acts.SawStays, "stockport-east/seen-beside");
        await Write("Of Here", Acts.SignedIn, null);
        await Write("Of There", Acts.SignedIn, null);
        await Write("Someone", Acts.RoleGiven, "Of There");
        await board.OnTheBoard(await board.CareHome("declared-there", locality: "trafford"));

        var page = (await _stockport.Visit("/admin/audit")).Text;

        page.ShouldContain("stockport/seen-here");
        page.ShouldContain("Of Here");
        page.ShouldNotContain("seen-there");
        page.ShouldNotContain("seen-beside");
        page.ShouldNotContain("declared-there");
        page.ShouldNotContain("Of There");
        var all = (await _everywhere.Visit("/admin/audit")).Text;
        all.ShouldContain("seen-there");
        all.ShouldContain("declared-there");
        (await _stockport.Visit("/admin/audit?about=trafford")).Text.ShouldContain("No records found in the places you administer");
        (await _stockport.Visit("/admin/audit?format=csv&about=trafford/seen-there")).Html.ShouldNotContain("Reader One");
    }

    [Theory]
    [InlineData("stay=SH41007", "Asked A")]
    [InlineData("address=192.0.2.7", "Asked D")]
    [InlineData("act=came-from&about=stockport/filtered", "Asked B")]
    [InlineData("from=1/3/2026&to=2/3/2026&about=stockport/filtered", "Asked C")]
    [InlineData("from-day=1&from-month=3&from-year=2026&to-day=2&to-month=3&to-year=2026&about=stockport/filtered", "Asked C")]
    public async Task GivenFilter_ThenOnlyWhatMeetsItIsShown(string query, string shown)
    {
        await Write("Asked A", Acts.SawStays, "stockport/filtered", stay: "SH41007");
        await Write("Asked B", Acts.CameFrom, "stockport/filtered");
        await Write("Asked D", Acts.SignedIn, "stockport/filtered", address: "192.0.2.7");
        await Write("Asked C", Acts.SawStays, "stockport/filtered", at: new(2026, 3, 2, 23, 59, 0, TimeSpan.Zero));

        var rows = Rows(await _stockport.Visit($"/admin/audit?{query}"));

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.Contains(shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenSeveralSeenAtOnce_ThenFoundByEachAndTheOthersAreNotNamed()
    {
        await Write("Saw a ward", Acts.SawStays, "stockport/seen-at-once", stay: "SH51 SH52 SH53");

        Rows(await _stockport.Visit("/admin/audit?stay=SH52")).ShouldHaveSingleItem().ShouldContain("SH52 and 2 more");
        var all = Rows(await _stockport.Visit("/admin/audit?about=stockport/seen-at-once")).ShouldHaveSingleItem();
        all.ShouldContain("3 people");
        all.ShouldNotContain("SH5");
        Rows(await _stockport.Visit("/admin/audit?stay=SH5")).ShouldBeEmpty();
        (await _stockport.Visit("/admin/audit?stay=SH52&format=csv")).Html.ShouldContain("SH51 SH52 SH53");
    }

    [Fact]
    public async Task GivenDateThatIsNone_ThenSaidAtTheField()
    {
        var page = await _stockport.Visit("/admin/audit?from=yesterday");

        page.Title.ShouldStartWith("Error: ");
        page.Html.ShouldContain("href=\"#form-from\"");
        page.Html.ShouldContain("value=\"yesterday\"");
    }

    [Fact]
    public async Task GivenMoreThanAPage_ThenTheRestIsOlder()
    {
        for (var line = 0; line < 105; line++)
        {
            await Write("Busy Person", Acts.SawStays, $"stockport/page-{line}");
        }

        var page = await _stockport.Visit("/admin/audit?who=Busy%20Person");
        Rows(page).Count.ShouldBe(100);
        var older = page.Document.Links("a[rel=next]").ShouldHaveSingleItem();

        var rest = await _stockport.Visit(older);

        Rows(rest).Count.ShouldBe(5);
        rest.Text.ShouldContain("stockport/page-0 ");
        rest.Html.ShouldNotContain("rel=\"next\"");
    }

    [Theory]
    [InlineData("time", "d b a c")]
    [InlineData("who", "d a b c")]
    [InlineData("act", "d c b a")]
    [InlineData("about", "a b c d")]
    public async Task GivenOrder_ThenInThatOrderNewestFirstAmongEqualsAndTheFilterIsKept(string order, string expected)
    {
        var place = $"stockport/sorted-{order}";
        await Write("Two", Acts.CameFrom, $"{place}/c");
        await Write("One", Acts.SawStays, $"{place}/a");
        await Write("Two", Acts.SawStays, $"{place}/b");
        await Write("One", Acts.CameFrom, $"{place}/d");

        var page = await _stockport.Visit($"/admin/audit?about={place}&sort={order}");

        string.Join(' ', page.Document.QuerySelectorAll("td[data-label=About]").Select(cell => cell.Read()[^1])).ShouldBe(expected);
        var others = page.Document.QuerySelectorAll(".cb-sort a").Select(link => link.GetAttribute("href")!).ToList();
        others.ShouldAllBe(link => link.StartsWith($"/admin/audit?about={Uri.EscapeDataString(place)}&sort=", StringComparison.Ordinal));
        page.Document.QuerySelector("input[name=sort]")!.GetAttribute("value").ShouldBe(order);
    }

    [Fact]
    public async Task GivenMoreThanCanBeSorted_ThenNewestFirstAndSaidSo()
    {
        await using (var context = await board.Services.GetRequiredService<IDbContextFactory<AccessContext>>().CreateDbContextAsync())
        {
            context.AddRange(Enumerable.Range(0, AuditModel.MostSorted + 1).Select(line =>
                new AccessEntry { At = board.Clock.GetUtcNow().AddSeconds(-line), Who = $"Crowd {line}", Act = Acts.SawStays, About = "stockport/crowded" }));
            await context.SaveChangesAsync();
        }

        var tooMany = await _stockport.Visit("/admin/audit?about=stockport/crowded&sort=who");
        tooMany.Text.ShouldContain("More than 2,000 records match, so they are shown newest first.");
        tooMany.Document.QuerySelector(".cb-sort strong").Read().ShouldBe("newest first");
        Rows(tooMany).Count.ShouldBe(AuditModel.LinesAPage);
        Rows(tooMany)[0].ShouldContain("Crowd 0");

        await Write("Crowd 7", Acts.CameFrom, "stockport/crowded");
        var one = await _stockport.Visit("/admin/audit?about=stockport/crowded&who=Crowd%207&sort=act");
        one.Text.ShouldNotContain("More than");
        Rows(one).Select(row => row.Contains("Came from", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public async Task GivenExport_ThenNoCellIsAFormulaAndTheExportIsOnRecord()
    {
        await Write("=HYPERLINK(\"http://example.org\")", "+act", "stockport/exported");

        var file = await _stockport.Visit("/admin/audit?about=stockport/exported&format=csv");

        file.Html.ShouldContain("\"'=HYPERLINK(\"\"http://example.org\"\")\",'+act,stockport/exported");
        var page = await _stockport.Visit($"/admin/audit?who={Uri.EscapeDataString(Administrators.OfStockport)}&act=exported");
        Rows(page).ShouldContain(row => row.Contains("1 line from the audit: about stockport/exported", StringComparison.Ordinal));
    }

    private Task Write(string who, string act, string? about, string? stay = null, DateTimeOffset? at = null, string? address = null) => board.Services.GetRequiredService<AccessLog>().Write(
        new AccessEntry { At = at ?? board.Clock.GetUtcNow(), Who = who, Act = act, About = about, Stay = stay, Address = address });

    private static List<string> Rows(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(row => row.Read())];
}

using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Admin;

/// <summary>An administrator invites a list of people, over HTTP and without scripts.</summary>
public sealed class InviteManyPageTests(TestBoard board) : IClassFixture<TestBoard>, IAsyncLifetime
{
    private const string Page = "/admin/people/invite";

    private readonly Visitor _stockport = board.Stockport();

    public async ValueTask InitializeAsync() => await board.OnTheBoard(await board.CareHome("the-limes", locality: "stockport"));

    public ValueTask DisposeAsync()
    {
        _stockport.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task GivenListOfPeople_WhenCheckedAndInvited_ThenEachHasALinkThatWorks()
    {
        var seen = await Check("Ann One\tann.one@nhs.example\tCare provider\tthe limes\nBob Two\tbob.two@nhs.example\tViewer\tStockport");
        seen.Text.ShouldContain("2 people to invite");
        (await _stockport.Visit("/admin/people?q=ann.one")).Text.ShouldContain("No names match");

        var after = await Invite(seen);

        after.Text.ShouldContain("2 people invited");
        var links = Links(after);
        links.Count.ShouldBe(2);
        using var ann = new Visitor(board.Address, name: null);
        (await ann.Visit(links[0])).Text.ShouldContain("Ann One");
        (await board.RolesOf((await board.AccountOf("Ann One")).Id)).ShouldBe(["CareProvider stockport/the-limes"]);
        (await board.RolesOf((await board.AccountOf("Bob Two")).Id)).ShouldBe(["Viewer stockport"]);
        after.Document.QuerySelector("#all-links")!.TextContent.ShouldContain("Bob Two\tbob.two@nhs.example\thttp");
    }

    [Fact]
    public async Task GivenLinesThatNeedAChange_ThenTheTextStaysAndTheOthersCanBeInvited()
    {
        var seen = await Check("Place\tName\tEmail\tRole\nThe Limes\tCal Three\tcal@nhs.example\tCare provider\nThe Limes\tDee Four\tdee@nhs.example\tNurse");
        seen.Text.ShouldContain("1 line needs a change");
        seen.Text.ShouldContain("“Nurse” is not a role");
        seen.Document.QuerySelector("textarea[name=people]")!.TextContent.ShouldContain("The Limes\tDee Four\tdee@nhs.example\tNurse");

        var after = await Invite(seen);

        after.Text.ShouldContain("1 person invited");
        var left = after.Document.QuerySelector("textarea[name=people]")!.TextContent.Trim();
        left.ShouldBe("Place\tName\tEmail\tRole\nThe Limes\tDee Four\tdee@nhs.example\tNurse");
        (await _stockport.Send(after, "check", ("people", left.Replace("Nurse", "Ward", StringComparison.Ordinal)))).Text.ShouldContain("1 person to invite");
    }

    [Fact]
    public async Task GivenSecondTap_ThenNobodyIsInvitedTwiceAndTheLinksShownLastWork()
    {
        var seen = await Check("Eve Five\teve@nhs.example\tCare provider\tThe Limes\nFay Six\tfay@nhs.example\tCare provider\tThe Limes");

        var answers = await Task.WhenAll(Invite(seen), Invite(seen));

        answers.ShouldAllBe(answer => Links(answer).Count == 2);
        var works = 0;
        foreach (var answer in answers)
        {
            using var eve = new Visitor(board.Address, name: null);
            works += (await eve.Visit(Links(answer)[0])).Text.Contains("Eve Five", StringComparison.Ordinal) ? 1 : 0;
        }

        works.ShouldBe(1);
        (await board.ActsOf(Administrators.OfStockport)).Count(act => act == Acts.LinkMade).ShouldBe(2);
    }

    [Fact]
    public async Task GivenPersonWhoHasJoined_ThenTheyAreNotInvitedAgain()
    {
        await board.Person("Gus Seven", Administrators.At(Role.Viewer, "stockport"));
        var mail = (await board.AccountOf("Gus Seven")).UserName;

        var seen = await Check($"Gus Seven\t{mail}\tViewer\tStockport");

        seen.Text.ShouldContain($"{mail} already has an account, as Gus Seven.");
        seen.Document.QuerySelector("#invite").ShouldBeNull();
    }

    [Fact]
    public async Task GivenAccountOfAnotherPlace_ThenItsNameIsNotTold()
    {
        await board.Person("Hal Secret", Administrators.At(Role.Viewer, "trafford"));
        var mail = (await board.AccountOf("Hal Secret")).UserName;

        var seen = await Check($"Somebody New\t{mail}\tViewer\tStockport");

        seen.Text.ShouldContain($"{mail} already has an account.");
        seen.Text.ShouldNotContain("Hal Secret");
    }

    [Theory]
    [InlineData("Ivy\tivy@nhs.example\tViewer\ttrafford")]
    [InlineData("Ivy\tivy@nhs.example\tAdministrator\t*")]
    [InlineData("Ivy\tivy@nhs.example\tAdministrator\tEverywhere")]
    [InlineData("Demonstration\tivy@nhs.example\tViewer\tStockport")]
    [InlineData("Ivy\tivy&co@nhs.example\tViewer\tStockport")]
    public async Task GivenWhatTheAdministratorMayNotGive_WhenInvited_ThenNobodyIs(string line)
    {
        var seen = await Check(line);
        seen.Text.ShouldContain("1 line needs a change");

        var (_, fields) = seen.Form("check", ("people", line));
        using var body = new FormUrlEncodedContent(fields);
        (await _stockport.Send($"{Page}?handler=Invite", body)).Text.ShouldNotContain("invited");

        (await _stockport.Visit("/admin/people?q=ivy")).Text.ShouldContain("No names match");
    }

    [Fact]
    public async Task GivenNothingOrTooMuch_ThenSaidAtTheField()
    {
        (await Check("")).ErrorSummary.ShouldContain("Paste the people to invite");
        var many = string.Join('\n', Enumerable.Range(0, PastedTable.MostLines + 1).Select(each => $"P {each};p{each}@nhs.example;Viewer;Stockport"));
        (await Check(many)).ErrorSummary.ShouldContain("at most 200 people");
        (await Check($"Name;Email;Role;Place\n{many[..many.LastIndexOf('\n')]}")).Text.ShouldContain("200 people to invite");
    }

    private async Task<VisitedPage> Check(string text) => await _stockport.Send(await _stockport.Visit(Page), "check", ("people", text));

    private Task<VisitedPage> Invite(VisitedPage seen) => _stockport.Send(seen, "invite");

    private static IReadOnlyList<string> Links(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll(".cb-invited__link code").Select(code => new Uri(code.TextContent.Trim()).PathAndQuery)];
}

using CapacityBoard.Access;
using CapacityBoard.Support;

namespace CapacityBoard.Admin;

/// <summary>An administrator invites people and finds them again, over HTTP and without scripts.</summary>
public sealed class PeoplePageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();
    private readonly Visitor _everywhere = board.Everywhere();

    public void Dispose()
    {
        _stockport.Dispose();
        _everywhere.Dispose();
    }

    [Fact]
    public async Task GivenNewPerson_WhenInvited_ThenTheLinkIsShownOnceAndLetsThemJoin()
    {
        var after = await Invite(_stockport, "Sam Patel, transfer team", "sam@nhs.example", "transfer-team", "stockport");

        after.Path.ShouldBe("/admin/people");
        after.Said.ShouldStartWith("Sam Patel, transfer team invited: transfer team, Stockport.");
        after.Once().ShouldStartWith($"{board.Address}join?account=");
        (await _stockport.Visit("/admin/people")).Once().ShouldBeEmpty();
        using var sam = new Visitor(board.Address, name: null);
        (await sam.Visit(new Uri(after.Once()).PathAndQuery)).Text.ShouldContain("Sam Patel, transfer team");
        (await board.RolesOf((await board.AccountOf("Sam Patel, transfer team")).Id)).ShouldBe(["TransferTeam stockport"]);
    }

    [Theory]
    [InlineData("", "a@nhs.example", "viewer", "stockport", "invite-name")]
    [InlineData("Demonstration", "a@nhs.example", "viewer", "stockport", "invite-name")]
    [InlineData("A via B", "a@nhs.example", "viewer", "stockport", "invite-name")]
    [InlineData("Somebody", "not an address", "viewer", "stockport", "invite-mail")]
    [InlineData("Somebody", "a@nhs.example", "", "stockport", "invite-role")]
    [InlineData("Somebody", "a@nhs.example", "owner", "stockport", "invite-role")]
    [InlineData("Somebody", "a@nhs.example", "viewer", "", "invite-scope")]
    [InlineData("Somebody", "a@nhs.example", "viewer", "stock port", "invite-scope")]
    [InlineData("Somebody", "a@nhs.example", "viewer", "stockport/no-such-home", "invite-scope")]
    [InlineData("Somebody", "a@nhs.example", "viewer", "trafford", "invite-scope")]
    [InlineData("Somebody", "a@nhs.example", "administrator", "*", "invite-scope")]
    public async Task GivenWhatCannotBe_WhenInvited_ThenSaidAtTheFieldAndNobodyIsMade(string name, string mail, string role, string scope, string field)
    {
        var after = await Invite(_stockport, name, mail, role, scope);

        after.Title.ShouldStartWith("Error: ");
        after.Html.ShouldContain($"href=\"#{field}\"");
        after.Once().ShouldBeEmpty();
        (await _everywhere.Visit("/admin/people?q=a@nhs.example")).Text.ShouldContain("No names match");
    }

    [Fact]
    public async Task GivenPlaceByItsName_WhenInvited_ThenTheRoleIsThere()
    {
        await board.OnTheBoard(await board.CareHome("fernlea", locality: "stockport"));
        var page = await _stockport.Visit("/admin/people?scope=stockport/fernlea");
        var name = page.Form("invite").Fields["scope"];
        page.Document.QuerySelectorAll("#grant-places option").Select(option => option.GetAttribute("value")).ShouldContain(name);
        name.ShouldNotContain("/");

        var after = await _stockport.Send(page, "invite", ("name", "By Name"), ("mail", "by.name@nhs.example"), ("role", "care-provider"), ("scope", name.ToUpperInvariant()));

        after.Said.ShouldStartWith("By Name invited");
        (await board.RolesOf((await board.AccountOf("By Name")).Id)).ShouldBe(["CareProvider stockport/fernlea"]);
    }

    [Fact]
    public async Task GivenNameOrAddressThatIsTaken_ThenSaidSo()
    {
        await Invite(_everywhere, "Taken Name", "taken@nhs.example", "viewer", "stockport");

        (await Invite(_everywhere, "taken name", "other@nhs.example", "viewer", "stockport")).Html.ShouldContain("href=\"#invite-name\"");
        (await Invite(_everywhere, "Other Name", "TAKEN@nhs.example", "viewer", "stockport")).Html.ShouldContain("href=\"#invite-mail\"");
    }

    [Fact]
    public async Task GivenLocalityWithoutSites_WhenInvitedThere_ThenDoneAndWarned() =>
        (await Invite(_everywhere, "New Town", "town@nhs.example", "administrator", "new-town")).Said.ShouldContain("No sites in new-town are on the board yet");

    [Fact]
    public async Task GivenPeopleOfSeveralPlaces_ThenALocalitysAdministratorSeesTheirOwnAlone()
    {
        await board.Person("Own Person", Administrators.At(Role.Viewer, "stockport"));
        await board.Person("Other Person", Administrators.At(Role.Viewer, "trafford"));
        await board.Person("Both Person", Administrators.At(Role.Viewer, "stockport"), Administrators.At(Role.Ward, "trafford/general"));
        await board.Person("Person Everywhere", new Grant(Role.TransferTeam, Scope.Everywhere));

        var page = (await _stockport.Visit("/admin/people?q=person")).Text;

        page.ShouldContain("Own Person");
        page.ShouldContain("Both Person");
        page.ShouldContain("and roles elsewhere");
        page.ShouldNotContain("Trafford");
        page.ShouldNotContain("Other Person");
        page.ShouldNotContain("Person Everywhere");
        (await _everywhere.Visit("/admin/people?q=person")).Text.ShouldContain("Person Everywhere");
    }

    [Fact]
    public async Task GivenNameOfMarkup_ThenItIsShownAsText()
    {
        var after = await Invite(_everywhere, "<script>alert(1)</script>", "script@nhs.example", "viewer", "stockport");

        after.Html.ShouldNotContain("<script>alert");
        after.Html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        (await _everywhere.Visit("/admin/people?q=<script>")).Html.ShouldNotContain("<script>alert");
        (await _everywhere.Visit("/admin/audit")).Html.ShouldNotContain("<script>alert");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/people")]
    [InlineData("/admin/keys")]
    [InlineData("/admin/wallboards")]
    [InlineData("/admin/sites")]
    [InlineData("/admin/audit")]
    public async Task GivenKeyThatMayDoAnything_ThenItAdministersNothing(string path) => (await board.Get(path)).Status.ShouldBe(403);

    private static async Task<VisitedPage> Invite(Visitor administrator, string name, string mail, string role, string scope) => await administrator.Send(
        await administrator.Visit("/admin/people"), "invite", ("name", name), ("mail", mail), ("role", role), ("scope", scope));
}

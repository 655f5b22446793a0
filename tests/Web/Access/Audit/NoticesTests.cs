using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Store;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>No administrator gets at people's stays, or at a colleague's account, unseen.</summary>
public sealed class NoticesTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Grant Administrator = new(Role.Administrator, Scope.Parse("stockport"));
    private static readonly Grant Elsewhere = new(Role.Administrator, Scope.Parse("trafford"));

    [Fact]
    public async Task GivenAdministratorWhoGivesThemselvesARoleThatSeesPeople_ThenAnotherIsToldUntilTheySayTheyKnow()
    {
        using var doer = Person("Helps himself", Administrator);
        using var other = Person("Looks after him", Administrator);
        using var far = Person("Looks elsewhere", Elsewhere);
        (await Give(doer, "Helps himself", "ward")).Said.ShouldContain("is now ward");

        (await doer.Visit("/admin")).Text.ShouldNotContain("Helps himself gave themselves a role");
        (await far.Visit("/admin")).Text.ShouldNotContain("Helps himself gave themselves a role");
        (await Fresh(other, "/")).Text.ShouldContain("Check what another administrator did.");
        var page = await other.Visit("/admin");
        page.Text.ShouldContain("Helps himself gave themselves a role: ward at stockport.");
        (await other.Visit("/admin/audit?about=Helps+himself&act=role-given")).Text.ShouldContain("Role given To check");

        (await other.Send(page, FormOf(page, "Helps himself"))).Said.ShouldContain("Marked as checked");

        (await other.Visit("/admin")).Text.ShouldNotContain("Helps himself gave themselves a role");
        (await board.ActsOf("Looks after him")).ShouldContain(Acts.NoticeRead);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("commissioner")]
    public async Task GivenRoleThatSeesNobody_WhenAnAdministratorGivesItThemselves_ThenNobodyIsTold(string role)
    {
        var name = $"Takes {role}";
        using var doer = Person(name, Administrator);
        await Give(doer, name, role);

        (await NoticesAbout(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenColleagueWhosePasswordAndAppAreReset_ThenTheyAndAnotherAdministratorAreToldAndNeitherAnswersForTheOther()
    {
        await board.Account("colleague", Administrator);
        await Rescue("colleague", (rescue, account) => rescue.NewLink(account, GivenAccounts.Administrator));
        await Rescue("colleague", async (rescue, account) =>
        {
            await rescue.ResetAuthenticator(account, GivenAccounts.Administrator);
            return "";
        });
        using var colleague = new Visitor(board.Address, name: null);
        await colleague.Send(await colleague.Visit("/sign-in"), "sign-in", ("name", "colleague"), ("password", GivenAccounts.Password));

        var account = await colleague.Visit("/account/authenticator");
        account.Text.ShouldContain("An administrator changed how you sign in.");
        await colleague.Send(account, "authenticator", ("code", new AuthenticatorApp(account.AppKey).Code()));
        (await colleague.Visit("/admin")).Text.ShouldNotContain("colleague, tester.");
        var own = await colleague.Visit("/account");
        own.Text.ShouldContain("An administrator created a link to set your password.");
        own.Text.ShouldContain("An administrator reset your authenticator app and passkeys.");
        (await colleague.Send(own, "read")).Text.ShouldNotContain("Changes to how you sign in");

        using var other = Person("Looks after colleagues", Administrator);
        var page = await other.Visit("/admin");
        page.Text.ShouldContain("An administrator created a link to set the password for colleague, tester.");
        page.Text.ShouldContain("An administrator reset the authenticator app and passkeys of colleague, tester.");
        (await other.Visit("/admin/audit?about=colleague%2C+tester")).Text.ShouldContain("Password link made To check");
    }

    [Fact]
    public async Task GivenInvitationThatIsMadeAnew_ThenNobodyIsTold()
    {
        await board.Invitation("never-joined", Administrator);
        await Rescue("never-joined", (rescue, account) => rescue.NewLink(account, GivenAccounts.Administrator));

        (await NoticesAbout("never-joined, tester")).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenKeyThatSeesPeople_WhenAnAdministratorMakesIt_ThenAnotherIsTold()
    {
        using var doer = Person("Makes keys", Administrator);
        await doer.Send(await doer.Visit("/admin/keys"), "make", ("name", "Sees people"), ("role", "transfer-team"), ("scope", "stockport"), ("days", "30"));
        await doer.Send(await doer.Visit("/admin/keys"), "make", ("name", "Sees counts"), ("role", "viewer"), ("scope", "stockport"), ("days", "30"));

        using var other = Person("Looks after keys", Administrator);
        var page = await other.Visit("/admin");
        page.Text.ShouldContain("Makes keys created the key Sees people: transfer-team at stockport, 30 days.");
        page.Text.ShouldNotContain("Sees counts");
    }

    private Visitor Person(string name, Grant grant) => new(board.Address, name: name, grants: [grant]);

    private static async Task<VisitedPage> Give(Visitor doer, string name, string role)
    {
        var list = await doer.Visit($"/admin/people?q={Uri.EscapeDataString(name)}");
        var path = list.Document.QuerySelectorAll("th a").Single(link => link.TextContent == name).GetAttribute("href")!;
        return await doer.Send(await doer.Visit(path), "give", ("role", role), ("scope", "stockport"));
    }

    /// <summary>Once what was read of the visitor some seconds ago has gone.</summary>
    private static async Task<VisitedPage> Fresh(Visitor visitor, string path)
    {
        VisitedPage? page = null;
        await Deadline.Until(async () => (page = await visitor.Visit(path)).Text.Contains("Check what another administrator did", StringComparison.Ordinal), "the administrator is told");
        return page!;
    }

    private static string FormOf(VisitedPage page, string about) =>
        page.Document.QuerySelectorAll("li").Single(item => item.TextContent.Contains(about, StringComparison.Ordinal) && item.QuerySelector("form") is not null).QuerySelector("form")!.Id!;

    private async Task Rescue(string userName, Func<AccountRescue, Accounts.Account, Task<string>> act)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Accounts.Account>>().FindByNameAsync(userName);
        await act(scope.ServiceProvider.GetRequiredService<AccountRescue>(), account.ShouldNotBeNull());
    }

    private Task<List<Notice>> NoticesAbout(string name) =>
        board.Services.GetRequiredService<AccessStore>().Ask(context => context.Notices.Where(notice => notice.About == name).ToListAsync());
}

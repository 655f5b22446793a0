using CapacityBoard.Access;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Admin;

/// <summary>An administrator changes one person's account, and tries to change those that are not theirs.</summary>
public sealed class PersonPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();

    public static TheoryData<string> Handlers => ["Give", "Take", "Link", "Authenticator", "Everywhere", "Unlock", "Close", "Reopen"];

    public void Dispose() => _stockport.Dispose();

    [Fact]
    public async Task GivenPerson_WhenARoleIsGivenAndAnotherTaken_ThenSoItIs()
    {
        var id = await board.Person("Role Changer", Administrators.At(Role.Viewer, "stockport"));
        var given = await _stockport.Send(await Visit(id), "give", ("role", "commissioner"), ("scope", "stockport"));
        given.Said.ShouldStartWith("Role Changer is now commissioner, Stockport.");

        var taken = await _stockport.Send(given, given.FormOf("take"));

        taken.Said.ShouldBe("Role Changer is no longer viewer of counts, Stockport.");
        (await board.RolesOf(id)).ShouldBe(["Commissioner stockport"]);
        taken.Text.ShouldContain("Role given");
    }

    [Theory]
    [InlineData("administrator", "*")]
    [InlineData("administrator", "trafford")]
    [InlineData("ward", "stockport/nowhere")]
    public async Task GivenPlaceOutsideOrUnknown_WhenARoleIsGiven_ThenRefusedAtTheField(string role, string scope)
    {
        var id = await board.Person($"Wants {role} {scope}", Administrators.At(Role.Viewer, "stockport"));

        var after = await _stockport.Send(await Visit(id), "give", ("role", role), ("scope", scope));

        after.Html.ShouldContain("href=\"#give-scope\"");
        (await board.RolesOf(id)).ShouldBe(["Viewer stockport"]);
    }

    [Fact]
    public async Task GivenForgottenPassword_WhenANewLinkIsMade_ThenItIsShownOnceAndOnRecord()
    {
        var id = await board.Person("Forgetful", Administrators.At(Role.Viewer, "stockport"));

        var after = await _stockport.Send(await Visit(id), "link");

        after.Once().ShouldContain($"/join?account={id}");
        after.Text.ShouldContain("Link made");
        (await Visit(id)).Once().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("everywhere")]
    [InlineData("take")]
    [InlineData("link")]
    [InlineData("close")]
    public async Task GivenSeveralWhoChangeAnAccountAtTheSameMoment_ThenNoneIsToldOfAFaultOfTheServer(string form)
    {
        var id = await board.Person($"Changed by several: {form}", Administrators.At(Role.Viewer, "stockport"), Administrators.At(Role.Commissioner, "stockport"));
        var page = await Visit(id);
        var name = form == "take" ? page.FormOf(form) : form;

        var after = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _stockport.Send(page, name))));

        after.Select(each => each.Status).ShouldAllBe(status => status == 200 || status == 409);
        after.ShouldContain(each => each.Status == 200);
    }

    [Fact]
    public async Task GivenPersonWhoSignsInElsewhere_WhenALinkIsAskedFor_ThenThereIsNone()
    {
        var id = await board.Person("Signs On", Administrators.At(Role.Viewer, "stockport"));
        var page = await Visit(id);
        await board.Ask(context =>
        {
            context.UserLogins.Add(new() { LoginProvider = "sign-on", ProviderKey = id, UserId = id });
            return context.SaveChangesAsync();
        });

        var after = await _stockport.Send(page, "link");

        after.Once().ShouldBeEmpty();
        after.ErrorSummary.ShouldContain("have no password here");
    }

    [Fact]
    public async Task GivenLostTelephone_WhenTheAuthenticatorIsReset_ThenSignedOutAndToSetUpAnother()
    {
        var id = await board.Person("Lost Telephone", Administrators.At(Role.Viewer, "stockport"));
        using var person = new Visitor(board.Address, name: "Lost Telephone");
        (await person.Visit("/account")).Path.ShouldBe("/account");

        (await _stockport.Send(await Visit(id), "authenticator")).Said.ShouldContain("no longer work");

        (await board.AccountOf("Lost Telephone")).TwoFactorEnabled.ShouldBeFalse();
        (await person.Visit("/account")).Path.ShouldStartWith("/sign-in");
        (await Acts("Lost Telephone")).ShouldBe([Access.Audit.Acts.AuthenticatorReset, Access.Audit.Acts.SignedOutEverywhere]);
    }

    [Fact]
    public async Task GivenAccount_WhenClosed_ThenSignedOutUntilItIsReopened()
    {
        var id = await board.Person("Leaver", Administrators.At(Role.Viewer, "stockport"));
        using var person = new Visitor(board.Address, name: "Leaver");
        await person.Visit("/account");

        var closed = await _stockport.Send(await Visit(id), "close");

        closed.Text.ShouldContain("Closed");
        (await person.Visit("/account")).Path.ShouldStartWith("/sign-in");
        (await _stockport.Send(closed, "reopen")).Said.ShouldContain("open again");
        (await board.AccountOf("Leaver")).Closed.ShouldBeNull();
    }

    [Fact]
    public async Task GivenLockedOut_WhenUnlocked_ThenTheyMayTryAgain()
    {
        var id = await board.Person("Mistyper", Administrators.At(Role.Viewer, "stockport"));
        var until = board.Clock.GetUtcNow().AddHours(1);
        await board.Ask(context => context.Users.Where(account => account.Id == id).ExecuteUpdateAsync(account => account.SetProperty(each => each.LockoutEnd, until)));
        var page = await Visit(id);
        page.Text.ShouldContain("Locked out");

        (await _stockport.Send(page, "unlock")).Text.ShouldNotContain("Locked out");
    }

    [Fact]
    public async Task GivenOwnAccount_WhenItIsClosedOrItsLastAdministratorRoleTaken_ThenRefused()
    {
        await _stockport.Visit("/admin");
        var id = (await board.AccountOf(Administrators.OfStockport)).Id;
        var page = await Visit(id);

        (await _stockport.Send(page, "close")).ErrorSummary.ShouldContain("You cannot close your own account");
        (await _stockport.Send(page, page.FormOf("take"))).ErrorSummary.ShouldContain("your own last administrator role");
        (await board.RolesOf(id)).ShouldBe(["Administrator stockport"]);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task GivenPersonWithARoleElsewhere_WhenAFormIsForgedForThem_ThenForbiddenAndNothingChanges(string handler)
    {
        var name = $"Both, {handler}";
        var id = await board.Person(name, Administrators.At(Role.Viewer, "stockport"), new Grant(Role.Administrator, Scope.Everywhere));
        var before = await board.AccountOf(name);
        var page = await Visit(id);
        page.Text.ShouldContain("Ask an administrator of all those places");
        page.Html.ShouldNotContain("?handler=");

        var after = await Forge(handler, id);

        after.Status.ShouldBe(403);
        (await board.RolesOf(id)).ShouldBe(["Administrator *", "Viewer stockport"]);
        (await board.AccountOf(name)).SecurityStamp.ShouldBe(before.SecurityStamp);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task GivenPersonOfAnotherLocality_WhenAFormIsForgedForThem_ThenThereIsNoSuchPerson(string handler)
    {
        var id = await board.Person($"Elsewhere, {handler}", Administrators.At(Role.Viewer, "trafford"));

        (await Visit(id)).Status.ShouldBe(404);
        (await Forge(handler, id)).Status.ShouldBe(404);
        (await board.RolesOf(id)).ShouldBe(["Viewer trafford"]);
    }

    /// <summary>A form of a page that one may see, sent to where one may not.</summary>
    private async Task<VisitedPage> Forge(string handler, string id)
    {
        var own = await Visit(await board.Person($"Own, {handler} {id}", Administrators.At(Role.Viewer, "stockport")));
        var (_, fields) = own.Form("everywhere", ("role", "viewer"), ("scope", "stockport"));
        return await _stockport.Send(new FoundForm($"/admin/people/{id}?handler={handler}", IsRead: false, fields));
    }

    private Task<List<string>> Acts(string about) => board.Ask(
        context => context.Log.Where(entry => entry.About == about).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());

    private Task<VisitedPage> Visit(string id) => _stockport.Visit($"/admin/people/{id}");
}

using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Accounts;

/// <summary>What a passkey may and may not do, with a device in software.</summary>
public sealed class PasskeyTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Grant Anywhere = new(Role.TransferTeam, Scope.Everywhere);

    [Fact]
    public async Task GivenPasskey_WhenUsed_ThenItSignsInWithoutPasswordAndCode()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("quick", phone, "Old phone");
        using var person = Stranger();

        var after = await person.SignInBy(phone, board.Address, "/freshness");

        after.Path.ShouldBe("/freshness");
        after.Text.ShouldContain("quick, tester");
        (await board.ActsOf("quick, tester")).ShouldBe([Acts.PasskeyAdded, Acts.SignedIn]);
        (await person.Visit("/account")).Text.ShouldContain("Old phone");
        (await person.Visit("/account")).Text.ShouldContain("Last used");
    }

    [Fact]
    public async Task GivenSession_WhenAPasskeyIsAdded_ThenThePasswordIsNeededFirst()
    {
        await board.Member("found", Anywhere);
        using var device = Device("found");
        using var phone = new SoftwarePasskey();
        var page = await device.Visit("/account");

        var wrong = await device.Send(page, "passkey", ("current", "not it"));
        wrong.ErrorSummary.ShouldContain("That is not your password");
        wrong.Html.ShouldNotContain("data-passkey-new");
        var signInOptions = (await device.Visit("/sign-in?handler=PasskeyOptions")).Html;
        var forged = await device.SendFrom(page, board.Address, "/account?handler=AddPasskey", ("credential", phone.Sign(signInOptions, board.Address)), ("name", "Mine"));

        forged.ErrorSummary.ShouldContain("The passkey was not added");
        (await board.ActsOf("found, tester")).ShouldBe([Acts.SignInFailed, Acts.Refused]);
    }

    [Fact]
    public async Task GivenAccountWithoutSecondFactor_ThenItCanHaveNoPasskey()
    {
        await board.Account("no-app", Anywhere);
        using var device = Device("no-app");

        var page = await device.Visit("/account");

        page.Text.ShouldNotContain("Passkeys");
        var other = await device.SendFrom(page, board.Address, "/account?handler=Passkey", ("current", GivenAccounts.Password), ("form", "passkey"));
        other.ErrorSummary.ShouldContain("Set up your authenticator app first");
    }

    [Fact]
    public async Task GivenAnotherPersonsChallenge_WhenAnsweredInTheirBrowser_ThenNoPasskeyIsAdded()
    {
        await board.Member("one", Anywhere);
        await board.Member("two", Anywhere);
        using var phone = new SoftwarePasskey();
        using var one = Device("one");
        using var two = Device("two");
        var options = await one.PasskeyOptions();
        var other = await two.PasskeyOptions();
        other.ShouldNotBe(options);

        (await two.AddPasskey(board.Address, phone.Create(options, board.Address))).ErrorSummary.ShouldContain("The passkey was not added");
    }

    [Fact]
    public async Task GivenChallengeThatWasAnswered_WhenAnotherPasskeyAnswersIt_ThenItIsNotAdded()
    {
        await board.Member("twice", Anywhere);
        using var device = Device("twice");
        using var first = new SoftwarePasskey();
        using var second = new SoftwarePasskey();
        var options = await device.PasskeyOptions();

        (await device.AddPasskey(board.Address, first.Create(options, board.Address))).Said.ShouldContain("Passkey added");

        (await device.AddPasskey(board.Address, second.Create(options, board.Address))).ErrorSummary.ShouldContain("The passkey was not added");
    }

    [Fact]
    public async Task GivenDeviceThatDoesNotCheckItsUser_ThenItsPasskeyIsNeitherAddedNorSignsIn()
    {
        await board.Member("careless", Anywhere);
        using var device = Device("careless");
        using var phone = new SoftwarePasskey { VerifiesItsUser = false };
        (await device.AddPasskey(board.Address, phone.Create(await device.PasskeyOptions(), board.Address))).ErrorSummary.ShouldContain("The passkey was not added");

        phone.VerifiesItsUser = true;
        await AddTo("careless", phone);
        phone.VerifiesItsUser = false;

        await ShouldBeRefused(phone);
    }

    [Fact]
    public async Task GivenPageOfAnotherSite_WhenItsUserAnswersTheBoardsChallenge_ThenNobodyIsSignedIn()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("phished", phone);
        phone.Origin = "https://capacity-b0ard.example";

        await ShouldBeRefused(phone);
    }

    [Fact]
    public async Task GivenAnswerToAnEarlierChallenge_WhenSent_ThenNobodyIsSignedIn()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("replayed", phone);
        using var person = Stranger();
        var page = await person.Visit("/sign-in");
        var answer = phone.Sign((await person.Visit("/sign-in?handler=PasskeyOptions")).Html, board.Address);
        await person.Visit("/sign-in?handler=PasskeyOptions");

        (await person.SendFrom(page, board.Address, "/sign-in?handler=Passkey", ("credential", answer))).ErrorSummary.ShouldContain("did not sign you in");
        (await person.SendFrom(page, board.Address, "/sign-in?handler=Passkey", ("credential", answer))).ErrorSummary.ShouldBe("That took too long. Try again.");
    }

    [Fact]
    public async Task GivenBrowserWithoutChallenge_WhenItAnswers_ThenSaidSoAndItIsNoFailure()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("slow", phone);
        using var other = Stranger();
        using var person = Stranger();
        var answer = phone.Sign((await other.Visit("/sign-in?handler=PasskeyOptions")).Html, board.Address);
        var failures = await Failures();

        var after = await person.SendFrom(await person.Visit("/sign-in"), board.Address, "/sign-in?handler=Passkey", ("credential", answer));

        after.ErrorSummary.ShouldBe("That took too long. Try again.");
        (await Failures()).ShouldBe(failures);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[[[[")]
    public async Task GivenAnswerThatIsNone_ThenItIsRefusedLikeAnyOther(string answer)
    {
        using var person = Stranger();
        var page = await person.Visit("/sign-in");
        await person.Visit("/sign-in?handler=PasskeyOptions");

        (await person.SendFrom(page, board.Address, "/sign-in?handler=Passkey", ("credential", answer))).ErrorSummary.ShouldContain("did not sign you in");
    }

    [Fact]
    public async Task GivenPasskeyRemoved_ThenItSignsNobodyInAndOtherDevicesAreSignedOut()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("losing", phone, "Lost phone");
        using var lost = Stranger();
        (await lost.SignInBy(phone, board.Address)).Path.ShouldBe("/");
        using var desk = Device("losing");

        var page = await desk.Visit("/account");
        var after = await desk.Send(page, page.FormOf("remove"));

        after.Said.ShouldContain("Passkey removed");
        after.Text.ShouldNotContain("Lost phone");
        (await lost.Visit("/")).Path.ShouldBe("/sign-in");
        await ShouldBeRefused(phone);
        (await board.ActsOf("losing, tester")).ShouldBe([Acts.PasskeyAdded, Acts.SignedIn, Acts.PasskeyRemoved]);
        (await desk.Send(page, page.FormOf("remove"))).Said.ShouldContain("already removed");
    }

    [Fact]
    public async Task GivenPasskey_WhenRenamed_ThenItIsShownSoAndStillSignsIn()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("renaming", phone, "Phone");
        using var desk = Device("renaming");
        var page = await desk.Visit("/account");

        (await desk.Send(page, page.FormOf("rename"), ("name", "Work phone"))).Text.ShouldContain("Work phone");

        using var person = Stranger();
        (await person.SignInBy(phone, board.Address)).Path.ShouldBe("/");
        (await desk.Visit("/account")).Text.ShouldContain("Work phone");
    }

    [Fact]
    public async Task GivenLockedOrClosedAccount_WhenItsPasskeyIsUsed_ThenNobodyIsLetInAndItIsLogged()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("shut", phone);
        await Lock("shut", TimeProvider.System.GetUtcNow().AddMinutes(15));
        await ShouldBeRefused(phone);
        await Lock("shut", null);
        await board.With("shut, tester", (register, account) => register.Close(account, GivenAccounts.Administrator));

        await ShouldBeRefused(phone);

        (await board.ActsOf("shut, tester")).ShouldBe([Acts.PasskeyAdded, Acts.LockedOut, Acts.SignInFailed]);
    }

    [Fact]
    public async Task GivenLostPhone_WhenAnAdministratorResetsTheApp_ThenItsPasskeyGoesToo()
    {
        using var phone = new SoftwarePasskey();
        await AddTo("rescued", phone);

        await using (var scope = board.Services.CreateAsyncScope())
        {
            var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("rescued");
            await scope.ServiceProvider.GetRequiredService<AccountRescue>().ResetAuthenticator(account!, GivenAccounts.Administrator);
        }

        await ShouldBeRefused(phone);
    }

    private Task<int> Failures() => board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.CountAsync(entry => entry.Act == Acts.SignInFailed));

    private Visitor Stranger() => new(board.Address, name: null);

    private Visitor Device(string userName) => new(board.Address, name: $"{userName}, tester");

    private async Task AddTo(string userName, SoftwarePasskey phone, string name = "Phone")
    {
        if (await board.Services.GetRequiredService<AccessStore>().Ask(context => context.Users.AllAsync(account => account.UserName != userName)))
        {
            await board.Member(userName, Anywhere);
        }

        using var device = Device(userName);
        (await device.AddPasskey(board.Address, phone.Create(await device.PasskeyOptions(), board.Address), name)).Said.ShouldContain("Passkey added");
    }

    private async Task ShouldBeRefused(SoftwarePasskey phone)
    {
        using var person = Stranger();
        (await person.SignInBy(phone, board.Address)).ErrorSummary.ShouldContain("did not sign you in");
        (await person.Visit("/")).Path.ShouldBe("/sign-in");
    }

    private async Task Lock(string userName, DateTimeOffset? until) => await board.Services.GetRequiredService<AccessStore>().Ask(context =>
        context.Users.Where(account => account.UserName == userName).ExecuteUpdateAsync(account => account.SetProperty(each => each.LockoutEnd, until)));
}

using System.Net;
using CapacityBoard.Access.Audit;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Accounts;

/// <summary>How people come to an account, sign in with it and out again.</summary>
public sealed class SignInTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly Grant Anywhere = new(Role.TransferTeam, Scope.Everywhere);

    [Fact]
    public async Task GivenInvitation_WhenAccepted_ThenAPasswordAndAnAppAreSetUpBeforeAnythingIsSeen()
    {
        using var person = Stranger();
        var link = await board.Invitation("joining", Anywhere);

        var authenticator = await Join(person, link);
        (await person.Visit("/")).Path.ShouldBe("/account/authenticator");
        var codes = await SetUp(person, authenticator);

        codes.Text.ShouldContain("Your recovery codes");
        codes.RecoveryCodes.Count.ShouldBe(10);
        (await person.Visit("/")).Status.ShouldBe(200);
        (await board.ActsOf("joining, tester")).ShouldBe([Acts.Joined, Acts.AuthenticatorSet]);
    }

    [Fact]
    public async Task GivenInvitationThatWasUsed_WhenOpenedAgain_ThenItWorksNoMore()
    {
        var link = await board.Invitation("joining-twice", Anywhere);
        using var first = Stranger();
        await Join(first, link);

        using var second = Stranger();
        (await second.Visit(link)).Text.ShouldContain("This link no longer works");
    }

    [Fact]
    public async Task GivenNewerInvitation_WhenTheOlderIsOpened_ThenItWorksNoMoreAndTheNewerDoes()
    {
        var older = await board.Invitation("invited-again", Anywhere);
        var newer = "";
        await board.With("invited-again, tester", async (register, account) => newer = await register.InvitationPath(account));
        using var person = Stranger();

        (await person.Visit(older)).Text.ShouldContain("This link no longer works");

        await Join(person, newer);
    }

    /// <summary>Links that were sent before an upgrade are good until they run out, or a newer one is made.</summary>
    [Fact]
    public async Task GivenInvitationOfAnEarlierVersion_WhenOpened_ThenItWorksUntilANewerIsMade()
    {
        await board.Invitation("invited-before", Anywhere);
        var (earlier, newer) = ("", "");
        await using (var scope = board.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Accounts.Account>>();
            var account = (await accounts.FindByNameAsync("invited-before")).ShouldNotBeNull();
            await accounts.RemoveAuthenticationTokenAsync(account, Accounts.Invitation.Provider, Accounts.Invitation.Latest);
            var token = await accounts.GenerateUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Accounts.Account>.ResetPasswordTokenPurpose);
            earlier = $"/join?account={account.Id}&token={WebUtility.UrlEncode(token)}";
        }

        using var person = Stranger();
        (await person.Visit(earlier)).Text.ShouldContain("Set your password");
        await board.With("invited-before, tester", async (register, account) => newer = await register.InvitationPath(account));

        (await person.Visit(earlier)).Text.ShouldContain("This link no longer works");
        await Join(person, newer);
    }

    [Theory]
    [InlineData("short", "at least 12 characters")]
    [InlineData("liverpool123", "easy to guess")]
    [InlineData("weak-password-weak", "user name")]
    public async Task GivenPasswordThatIsEasilyGuessed_WhenChosen_ThenSaidWhyAndTheLinkStillWorks(string password, string why)
    {
        using var person = Stranger();
        var link = await board.Invitation($"weak-{Guid.NewGuid():n}", Anywhere);
        var page = await person.Visit(link);

        var after = await person.Send(page, "join", ("password", why == "user name" ? UserNameOn(page) + "9" : password));

        after.ErrorSummary.ShouldContain(why);
        (await person.Send(after, "join", ("password", GivenAccounts.Password))).Path.ShouldBe("/account/authenticator");
    }

    [Fact]
    public async Task GivenPersonWithAnApp_WhenTheySignIn_ThenTheirPasswordAloneIsNotEnough()
    {
        var app = await Member("two-steps");
        using var person = Stranger();

        var second = await SignIn(person, "two-steps", "/freshness");
        second.Path.ShouldStartWith("/sign-in/code");
        (await person.Visit("/")).Path.ShouldBe("/sign-in");
        (await person.Send(second, "authenticator", ("code", "000000"))).ErrorSummary.ShouldContain("That code is not correct");
        var after = await person.Send(second, "authenticator", ("code", app.Code()));

        after.Path.ShouldBe("/freshness");
        after.Text.ShouldContain("two-steps, tester");
        (await board.ActsOf("two-steps, tester")).TakeLast(2).ShouldBe([Acts.SignInFailed, Acts.SignedIn]);
    }

    [Fact]
    public async Task GivenCodeStillToBeEntered_WhenAnotherTabAsksForAPasskey_ThenTheCodeIsStillTaken()
    {
        var app = await Member("two-tabs");
        using var person = Stranger();
        var second = await SignIn(person, "two-tabs", "/freshness");

        await person.Visit("/sign-in?handler=PasskeyOptions");

        (await person.Send(second, "authenticator", ("code", app.Code()))).Path.ShouldBe("/freshness");
    }

    [Fact]
    public async Task GivenRecoveryCode_WhenUsed_ThenItLetsInOnce()
    {
        using var joining = Stranger();
        var code = (await SetUp(joining, await Join(joining, await board.Invitation("recovering", Anywhere)))).RecoveryCodes[0];

        using var person = Stranger();
        (await person.Send(await SignIn(person, "recovering"), "recovery", ("code", code))).Path.ShouldBe("/");
        using var again = Stranger();
        (await again.Send(await SignIn(again, "recovering"), "recovery", ("code", code))).ErrorSummary.ShouldContain("That recovery code is not correct");
    }

    [Fact]
    public async Task GivenAccountLockedMeanwhile_WhenARecoveryCodeIsUsed_ThenItLetsNobodyInAndIsNotUsedUp()
    {
        using var joining = Stranger();
        var code = (await SetUp(joining, await Join(joining, await board.Invitation("locked-meanwhile", Anywhere)))).RecoveryCodes[0];
        using var person = Stranger();
        var second = await SignIn(person, "locked-meanwhile");
        await Lock("locked-meanwhile", TimeProvider.System.GetUtcNow().AddMinutes(15));

        (await person.Send(second, "recovery", ("code", code))).ErrorSummary.ShouldContain("the account is locked");

        (await board.ActsOf("locked-meanwhile, tester")).Last().ShouldBe(Acts.LockedOut);
        await Lock("locked-meanwhile", null);
        (await person.Send(second, "recovery", ("code", code))).Path.ShouldBe("/");
    }

    [Fact]
    public async Task GivenFiveWrongPasswords_WhenTheRightOneIsTried_ThenTheAccountIsLockedAndNobodyIsToldWhichItWas()
    {
        await Member("guessed");
        using var attacker = Stranger();
        var page = await attacker.Visit("/sign-in");
        var wrong = (await attacker.Send(page, "sign-in", ("name", "nobody-of-that-name"), ("password", "x"))).ErrorSummary;
        for (var guess = 0; guess < 5; guess++)
        {
            (await attacker.Send(page, "sign-in", ("name", "guessed"), ("password", $"guess {guess}"))).ErrorSummary.ShouldBe(wrong);
        }

        (await SignIn(attacker, "guessed")).ErrorSummary.ShouldBe(wrong);
        (await board.ActsOf("guessed, tester")).ShouldContain(Acts.LockedOut);
    }

    [Fact]
    public async Task GivenReturnToElsewhere_WhenSignedIn_ThenNobodyIsSentToAnotherServer()
    {
        var app = await Member("led-astray");
        using var person = Stranger();

        var second = await SignIn(person, "led-astray", "https://elsewhere.example/");

        (await person.Send(second, "authenticator", ("code", app.Code()))).Path.ShouldBe("/");
    }

    [Fact]
    public async Task GivenSessionOnTwoDevices_WhenSignedOutEverywhere_ThenNeitherIsLetInAnyMore()
    {
        await Member("everywhere");
        using var one = await Device("everywhere");
        using var other = await Device("everywhere");

        await one.Send(await one.Visit("/account"), "everywhere");

        (await one.Visit("/")).Path.ShouldBe("/sign-in");
        (await other.Visit("/")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task GivenPasswordChanged_WhenAnotherDeviceIsSignedIn_ThenItIsSignedOutAndThisOneStays()
    {
        await Member("changing");
        using var one = await Device("changing");
        using var other = await Device("changing");

        var wrong = await one.Send(await one.Visit("/account"), "password", ("current", "not it"), ("password", "another lagoon tractor"));
        wrong.ErrorSummary.ShouldNotBeEmpty();
        (await one.Send(wrong, "password", ("current", GivenAccounts.Password), ("password", "another lagoon tractor"))).Said.ShouldContain("Password changed");

        (await one.Visit("/")).Path.ShouldBe("/");
        (await other.Visit("/")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task GivenAccountClosed_WhenItsSessionOrPasswordIsUsed_ThenNobodyIsLetIn()
    {
        await Member("leaving");
        using var person = await Device("leaving");

        await board.With("leaving, tester", (register, account) => register.Close(account, GivenAccounts.Administrator));

        (await person.Visit("/")).Path.ShouldBe("/sign-in");
        (await SignIn(person, "leaving")).ErrorSummary.ShouldContain("is not correct");
    }

    private async Task Lock(string userName, DateTimeOffset? until)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Accounts.Account>>();
        (await accounts.SetLockoutEndDateAsync((await accounts.FindByNameAsync(userName)).ShouldNotBeNull(), until)).Succeeded.ShouldBeTrue();
    }

    private Visitor Stranger() => new(board.Address, name: null);

    private static async Task<VisitedPage> Join(Visitor person, string link)
    {
        var authenticator = await person.Send(await person.Visit(link), "join", ("password", GivenAccounts.Password));
        authenticator.Path.ShouldBe("/account/authenticator");
        return authenticator;
    }

    private static Task<VisitedPage> SetUp(Visitor person, VisitedPage authenticator, AuthenticatorApp? app = null) =>
        person.Send(authenticator, "authenticator", ("code", (app ?? AppOn(authenticator)).Code()));

    private static AuthenticatorApp AppOn(VisitedPage authenticator) => new(authenticator.AppKey);

    /// <summary>Somebody who has joined; the answer is their app.</summary>
    private async Task<AuthenticatorApp> Member(string userName)
    {
        using var joining = Stranger();
        var authenticator = await Join(joining, await board.Invitation(userName, Anywhere));
        var app = AppOn(authenticator);
        (await SetUp(joining, authenticator, app)).Status.ShouldBe(200);
        return app;
    }

    /// <summary>A device of somebody who has joined, signed in.</summary>
    private async Task<Visitor> Device(string userName)
    {
        var device = new Visitor(board.Address, name: $"{userName}, tester");
        (await device.Visit("/")).Path.ShouldBe("/");
        return device;
    }

    private static async Task<VisitedPage> SignIn(Visitor person, string userName, string? returnTo = null)
    {
        var page = await person.Visit(returnTo is null ? "/sign-in" : $"/sign-in?returnTo={WebUtility.UrlEncode(returnTo)}");
        return await person.Send(page, "sign-in", ("name", userName), ("password", GivenAccounts.Password));
    }

    private static string UserNameOn(VisitedPage page) => page.Document.QuerySelector("input[name=username]").ShouldNotBeNull().GetAttribute("value")!;
}

using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access;

/// <summary>Somebody tries passwords and codes at an account that is not theirs, from outside or with a session that they found.</summary>
public sealed class GuessingTests(GuessingTests.CountedBoard counted) : IClassFixture<GuessingTests.CountedBoard>
{
    private const int MostFailures = 5;

    private static readonly Grant Anywhere = new(Role.TransferTeam, Scope.Everywhere);

    private readonly TestBoard _board = counted.Board;
    private readonly CountingHasher _hasher = counted.Hasher;

    [Fact]
    public async Task GivenCodeOfTheApp_WhenUsedOnceMoreOrAnEarlierOne_ThenItLetsNobodyIn()
    {
        var app = await Member("overlooked");
        var (earlier, code) = (app.Code(), app.Code());
        using var person = Stranger();
        (await person.Send(await SignIn(person, "overlooked"), "authenticator", ("code", code))).Path.ShouldBe("/");

        using var thief = Stranger();
        var second = await SignIn(thief, "overlooked");

        (await thief.Send(second, "authenticator", ("code", code))).ErrorSummary.ShouldContain("was already used");
        (await thief.Send(second, "authenticator", ("code", earlier))).ErrorSummary.ShouldContain("was already used");
    }

    [Fact]
    public async Task GivenGuessesSideBySide_ThenNoMoreAreCheckedThanOneAfterTheOther()
    {
        await _board.Account("besieged", Anywhere);
        using var attacker = Stranger();
        var page = await attacker.Visit("/sign-in");
        _hasher.Verified = 0;

        await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => attacker.Send(page, "sign-in", ("name", "besieged"), ("password", $"guess {guess}"))));

        _hasher.Verified.ShouldBeLessThanOrEqualTo(MostFailures);
    }

    [Fact]
    public async Task GivenNameThatNobodyHasOrThatIsLocked_WhenTried_ThenOnePasswordIsHashedAsForAnyOther()
    {
        await _board.Account("known", Anywhere);
        using var attacker = Stranger();
        var page = await attacker.Visit("/sign-in");
        var work = new List<int>();
        foreach (var name in new[] { "unknown" }.Concat(Enumerable.Repeat("known", MostFailures + 2)))
        {
            (_hasher.Verified, _hasher.Hashed) = (0, 0);
            await attacker.Send(page, "sign-in", ("name", name), ("password", "a guess"));
            work.Add(_hasher.Verified + _hasher.Hashed);
        }

        work.ShouldAllBe(hashes => hashes == 1);
        (await _board.ActsOf("known, tester")).Last().ShouldBe(Acts.LockedOut);
    }

    [Fact]
    public async Task GivenSessionThatWasFound_WhenItsPasswordIsGuessed_ThenLockedAsAtSignIn()
    {
        await Member("careless");
        using var thief = new Visitor(_board.Address, name: "careless, tester");
        var page = await thief.Visit("/account");
        for (var guess = 0; guess < MostFailures; guess++)
        {
            (await thief.Send(page, guess % 2 == 0 ? "codes" : "password", ("current", $"guess {guess}"), ("password", "another lagoon tractor"))).ErrorSummary.ShouldContain("not your password");
        }

        (await thief.Send(page, "codes", ("current", GivenAccounts.Password))).ErrorSummary.ShouldContain("is locked");
    }

    [Fact]
    public async Task GivenAppThatIsSetUp_WhenItsFormIsSentAgainWithoutThePassword_ThenNoNewRecoveryCodesAreTold()
    {
        using var person = Stranger();
        var form = await Join(person, "set-up");
        var app = AppOn(form);
        (await person.Send(form, "authenticator", ("code", app.Code()))).Text.ShouldContain("Your recovery codes");

        var again = await person.Send(form, "authenticator", ("code", app.Code()));

        again.Path.ShouldBe("/account");
    }

    [Fact]
    public async Task GivenDeviceThatNeedsNoCode_WhenItsPersonIsSignedOutEverywhere_ThenItNeedsOneAtOnce()
    {
        var app = await Member("remembered");
        using var device = Stranger();
        await device.Send(await SignIn(device, "remembered"), "authenticator", ("code", app.Code()), ("remember", "on"));
        (await SignIn(device, "remembered")).Path.ShouldBe("/");

        await _board.With("remembered, tester", (register, account) => register.SignOutEverywhere(account, GivenAccounts.Administrator));

        (await SignIn(device, "remembered")).Path.ShouldStartWith("/sign-in/code");
    }

    private Visitor Stranger() => new(_board.Address, name: null);

    private async Task<VisitedPage> Join(Visitor person, string userName) =>
        await person.Send(await person.Visit(await _board.Invitation(userName, Anywhere)), "join", ("password", GivenAccounts.Password));

    /// <summary>Somebody who has joined; the answer is their app.</summary>
    private async Task<AuthenticatorApp> Member(string userName)
    {
        using var joining = Stranger();
        var form = await Join(joining, userName);
        var app = AppOn(form);
        (await joining.Send(form, "authenticator", ("code", app.Code()))).Status.ShouldBe(200);
        return app;
    }

    private static async Task<VisitedPage> SignIn(Visitor person, string userName) =>
        await person.Send(await person.Visit("/sign-in"), "sign-in", ("name", userName), ("password", GivenAccounts.Password));

    private static AuthenticatorApp AppOn(VisitedPage page) => new(page.AppKey);

    /// <summary>A server that hashes passwords with a hasher that counts.</summary>
    public sealed class CountedBoard : IAsyncLifetime
    {
        public CountedBoard() => Board = new() { Configure = builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(Hasher) };

        public TestBoard Board { get; }

        internal CountingHasher Hasher { get; } = new();

        public ValueTask InitializeAsync() => Board.InitializeAsync();

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }

    /// <summary>Hashes quickly, and counts how often.</summary>
    internal sealed class CountingHasher() : PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }))
    {
        private int _hashed;
        private int _verified;

        public int Hashed
        {
            get => _hashed;
            set => _hashed = value;
        }

        public int Verified
        {
            get => _verified;
            set => _verified = value;
        }

        public override string HashPassword(Account user, string password)
        {
            Interlocked.Increment(ref _hashed);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

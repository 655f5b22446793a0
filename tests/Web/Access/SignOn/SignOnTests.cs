using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.SignOn;

/// <summary>People whom their organisation signs in.</summary>
public sealed class SignOnTests : IAsyncLifetime
{
    private SignOnProvider _provider = null!;
    private TestBoard _board = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await SignOnProvider.Start();
        _board = new()
        {
            Settings = new(_provider.Settings("stockport"))
            {
                ["SignOn:Roles:1:Value"] = "counts",
                ["SignOn:Roles:1:Role"] = "viewer",
                ["SignOn:Roles:1:Scope"] = "trafford",
            },
        };
        await _board.InitializeAsync();
        foreach (var locality in new[] { "stockport", "trafford" })
        {
            await _board.OnTheBoard(await _board.CareHome("the-limes", locality: locality));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _board.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task GivenPersonOfAGroup_WhenTheirOrganisationSignsThemIn_ThenTheyHaveTheRoleOfTheGroupAndComeToWhereTheyWanted()
    {
        _provider.Person = SignOnPerson.InGroups("1", "Jo Brown", "itt", "golf club");
        using var person = Stranger();

        var page = await SignOn(person, "/stockport/sites/the-limes");

        page.Path.ShouldBe("/stockport/sites/the-limes");
        page.Text.ShouldContain("Jo Brown");
        (await person.Visit("/trafford")).Status.ShouldBe(403);
        (await _board.ActsOf("Jo Brown")).ShouldBe([Acts.Joined, Acts.SignedIn, Acts.Refused]);
        (await _board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.SingleAsync(line => line.Act == Acts.RoleGiven && line.About == "Jo Brown")))
            .Address.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task GivenGroupLost_WhenSignedInAgain_ThenItsRoleIsLostAndTheAccountIsTheSame()
    {
        _provider.Person = SignOnPerson.InGroups("2", "Sam Patel", "itt", "counts");
        using var before = Stranger();
        await SignOn(before);

        _provider.Person = SignOnPerson.InGroups("2", "Sam Patel", "counts");
        using var after = Stranger();
        await SignOn(after);

        (await after.Visit("/stockport")).Status.ShouldBe(403);
        (await before.Visit("/stockport")).Status.ShouldBe(403);
        (await after.Visit("/trafford")).Status.ShouldBe(200);
        (await _board.Services.GetRequiredService<AccessStore>().Ask(context => context.Users.CountAsync(account => account.Name.StartsWith("Sam")))).ShouldBe(1);
    }

    [Fact]
    public async Task GivenTwoOfOneName_WhenBothAreSignedIn_ThenTheirNamesDiffer()
    {
        foreach (var subject in new[] { "3", "4" })
        {
            _provider.Person = SignOnPerson.InGroups(subject, "Ann Lee", "itt");
            using var person = Stranger();
            (await SignOn(person, "/stockport")).Text.ShouldContain(subject == "3" ? "Ann Lee" : "Ann Lee 2");
        }
    }

    /// <summary>A name that is never free would be tried with one number after the other, for ever.</summary>
    [Fact]
    public async Task GivenNameThatNobodyMayHave_WhenItsPersonIsSignedIn_ThenUnderWhatIsLeftOfIt()
    {
        _provider.Person = SignOnPerson.InGroups("7", "Eve\u200B\u202E via\u00A0VIA  Ward system", "itt");
        using var person = Stranger();

        (await SignOn(person, "/stockport")).Text.ShouldContain("Eve Ward system");
    }

    [Fact]
    public async Task GivenPersonOfNoGroup_WhenSignedIn_ThenNotLetInAndToldWhy()
    {
        _provider.Person = SignOnPerson.InGroups("5", "Max Stone", "golf club");
        using var person = Stranger();

        (await SignOn(person)).Text.ShouldContain("You have no role here yet");

        (await person.Visit("/")).Path.ShouldBe("/sign-in");
    }

    public static TheoryData<SignOnFault> Faults => [.. Enum.GetValues<SignOnFault>().Where(fault => fault != SignOnFault.None)];

    [Theory, MemberData(nameof(Faults))]
    public async Task GivenAnswerThatIsNotWhatWasAskedFor_WhenItComesBack_ThenNobodyIsSignedIn(SignOnFault fault)
    {
        _provider.Person = SignOnPerson.InGroups("6", "Eve Mallory", "itt");
        _provider.Fault = fault;
        using var person = Stranger();

        (await SignOn(person)).Text.ShouldContain("You were not signed in");

        (await person.Visit("/")).Path.ShouldBe("/sign-in");
    }

    private Visitor Stranger() => new(_board.Address, name: null);

    private static Task<VisitedPage> SignOn(Visitor person, string returnTo = "/") =>
        person.Visit($"/sign-in/organisation?returnTo={Uri.EscapeDataString(returnTo)}");
}

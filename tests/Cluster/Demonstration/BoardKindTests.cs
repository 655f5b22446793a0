using System.Net;
using System.Net.Http.Headers;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Demonstration;

/// <summary>A demonstration and a board of somebody's own are kept apart, whichever way somebody mixes them.</summary>
public sealed class BoardKindTests(Databases databases) : IAsyncDisposable
{
    private const string NotOwn = "This is a demonstration, where anyone can create accounts and keys";

    private readonly TestBoard _board = new() { Settings = new() { ["Demonstration:Weeks"] = "1" } };

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task GivenDemonstration_WhenStartedAsABoardOfOnesOwn_ThenRefusedAndItGoesOnAsOne()
    {
        await StartDemonstration();
        _board.Demonstration = false;

        (await Should.ThrowAsync<OptionsValidationException>(_board.Restart)).Message.ShouldStartWith(NotOwn);

        _board.Demonstration = true;
        await _board.InitializeAsync();
        await Deadline.Until(async () => (await SignInPage()).Contains("This is a demonstration", StringComparison.Ordinal), "its people are there");
    }

    [Fact]
    public async Task GivenDemonstrationInADatabase_WhenAnotherNodeStartsAsABoardOfOnesOwn_ThenRefused()
    {
        var database = await databases.New();
        await using var first = new TestBoard { Database = database, Demonstration = true, Settings = new() { ["Demonstration:Weeks"] = "1" } };
        await first.InitializeAsync();
        await using var second = new TestBoard { Database = database };

        (await Should.ThrowAsync<OptionsValidationException>(async () => await second.InitializeAsync())).Message.ShouldStartWith(NotOwn);
    }

    [Fact]
    public async Task GivenFolderWithAccountsAndNoJournal_WhenStartedPlain_ThenNothingIsInvented()
    {
        await _board.InitializeAsync();
        await _board.Account("somebody", new Grant(Role.Viewer, Scope.Everywhere));
        await Forget();
        _board.Demonstration = true;

        await _board.Restart();

        (await IsDemonstration()).ShouldBeFalse();
        (await SignInPage()).ShouldNotContain("This is a demonstration");
        (await _board.Journal.LastPosition()).ShouldBe(0);
    }

    [Fact]
    public async Task GivenBoardOfOnesOwnThatIsEmpty_WhenStartedPlain_ThenItStaysOne()
    {
        await _board.InitializeAsync();
        _board.Demonstration = true;

        await _board.Restart();

        (await IsDemonstration()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenDemonstrationOfAnEarlierVersion_ThenItGoesOnAsOneAndAsNothingElse(bool startedAsOne)
    {
        await _board.InitializeAsync();
        await Invent();
        await Forget();
        _board.Demonstration = startedAsOne;

        if (startedAsOne)
        {
            await _board.Restart();
            (await IsDemonstration()).ShouldBeTrue();
        }
        else
        {
            (await Should.ThrowAsync<OptionsValidationException>(_board.Restart)).Message.ShouldStartWith(NotOwn);
        }
    }

    [Fact]
    public async Task GivenDemonstrationOfAnEarlierVersionWithRealSites_WhenStarted_ThenItIsNoneAndWhatItsPeopleMadeIsEnded()
    {
        await _board.InitializeAsync();
        await Invent();
        await _board.CareHome("the-limes");
        var invented = await Invented("Ama Osei, Alderbeck House");
        await _board.With("invented-by-ama, tester", (register, account) => register.Reopen(account, GivenAccounts.Administrator));
        var key = await _board.Services.GetRequiredService<ApiKeys>().Create("Made by anybody", [new(Role.Viewer, Scope.Everywhere)], TimeSpan.FromDays(300), "invented-by-ama, tester");
        await Forget();
        _board.Demonstration = true;

        await _board.Restart();

        (await IsDemonstration()).ShouldBeFalse();
        (await SignInPage()).ShouldNotContain("This is a demonstration");
        (await StatusWith(key)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask(context => context.Users.Where(account => account.Closed == null).Select(account => account.Name).ToListAsync())).ShouldNotContain(invented);
        (await _board.Get("/api/localities")).ThenAccepted();
    }

    [Fact]
    public async Task GivenDemonstrationsAccountsBesideAJournalOfOnesOwn_WhenStarted_ThenRefused()
    {
        await _board.InitializeAsync();
        await _board.CareHome("the-limes");
        await Forget();
        await Ask(async context => context.Add(new BoardKindRow { IsDemonstration = true }) is { } && await context.SaveChangesAsync() == 1);
        _board.Demonstration = true;

        (await Should.ThrowAsync<OptionsValidationException>(_board.Restart)).Message.ShouldStartWith("The accounts belong to a demonstration but the journal does not");
    }

    [Fact]
    public async Task GivenDemonstration_WhenADirectoryIsImported_ThenRefusedByServerPageAndCommandLine()
    {
        await StartDemonstration();
        using var directory = new StringContent("name,area\nThe Limes,Stockport", new MediaTypeHeaderValue("text/csv"));
        var answer = await Answer.Of(await _board.Http.PostAsync(new Uri("/api/localities/stockport/imports", UriKind.Relative), directory));
        answer.ThenRefused(422, "demonstration").Saying("You cannot import into a demonstration");
        using var administrator = new Visitor(_board.Address);
        (await administrator.Visit("/import")).Text.ShouldContain("You cannot import into a demonstration");
        await _board.Stop();

        using var file = new TemporaryFolder();
        await File.WriteAllTextAsync(file.PathOf("homes.csv"), "name,area\nThe Limes,Stockport");
        (await Hosting.CommandLine.Run(["import", file.PathOf("homes.csv"), "--locality", "stockport", "--data", _board.DataFolder])).ShouldBe(1);

        await _board.InitializeAsync();
        (await _board.Journal.ReadFrom(0, int.MaxValue)).ShouldNotContain(entry => entry.Event is Sites.SiteRegistered && entry.By != BoardKind.Registrar);
    }

    [Fact]
    public async Task GivenDemonstration_WhenAnotherMachineAsks_ThenOnlyItsHealthIsAnswered()
    {
        await StartDemonstration();

        (await StatusFrom("203.0.113.9", "/sign-in")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusFrom("203.0.113.9", "/api/localities")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusFrom("203.0.113.9", "/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusFrom("127.0.0.1", "/sign-in")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenDemonstrationForAll_WhenAnotherMachineAsks_ThenAnswered()
    {
        _board.Settings["Demonstration:ForAll"] = "true";
        await StartDemonstration();

        (await StatusFrom("203.0.113.9", "/sign-in")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task StartDemonstration()
    {
        _board.Demonstration = true;
        await _board.InitializeAsync();
    }

    private async Task Invent()
    {
        var end = DateTimeOffset.FromUnixTimeMilliseconds(_board.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var append in new InventedPast(end.AddDays(-7), end).Appends().Take(50))
        {
            await _board.Journal.Append(append);
        }
    }

    /// <summary>One of the demonstration's people, and somebody whom they invited; the answer is the name of the first.</summary>
    private async Task<string> Invented(string name)
    {
        await using var scope = _board.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        foreach (var account in new Access.Accounts.Account[]
        {
            new() { Name = name, UserName = "demonstration-care-provider", IsDemonstration = true, CreatedBy = BoardKind.Registrar },
            new() { Name = "invented-by-ama, tester", UserName = "invented", CreatedBy = name },
        })
        {
            (await register.Create(account, [], GivenAccounts.Administrator)).ShouldBeEmpty();
        }

        return name;
    }

    /// <summary>As an earlier version left it: nothing says what the board is. The tests' own key was not there before a first start.</summary>
    private Task<bool> Forget() => Ask(async context =>
    {
        await context.Kinds.ExecuteDeleteAsync();
        await context.Keys.Where(key => key.Id == "machine").ExecuteDeleteAsync();
        await context.Grants.Where(grant => grant.Owner == "machine").ExecuteDeleteAsync();
        return true;
    });

    private Task<bool> IsDemonstration() => Ask(context => context.Kinds.Select(kind => kind.IsDemonstration).SingleAsync());

    private async Task<string> SignInPage()
    {
        using var person = new Visitor(_board.Address, name: null);
        return (await person.Visit("/sign-in")).Text;
    }

    private async Task<HttpStatusCode> StatusWith(string key)
    {
        using var http = new HttpClient { BaseAddress = _board.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
        return (await http.GetAsync(new Uri("/api/localities", UriKind.Relative))).StatusCode;
    }

    private async Task<HttpStatusCode> StatusFrom(string address, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", address);
        return (await _board.Http.SendAsync(request)).StatusCode;
    }

    private async Task<T> Ask<T>(Func<AccessContext, Task<T>> question)
    {
        await using var context = new AccessContext(
            new DbContextOptionsBuilder<AccessContext>().UseSqlite(AccessSchema.ConnectionString(_board.DataFolder)).Options);
        return await question(context);
    }
}

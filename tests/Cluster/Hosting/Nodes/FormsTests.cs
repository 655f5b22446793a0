using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>A person's pages and forms may each be answered by another node, and see every change that they made before.</summary>
public sealed class FormsTests(TwoNodes nodes) : IClassFixture<TwoNodes>, IAsyncLifetime
{
    private static int _localities;

    private readonly TwoNodes _nodes = nodes;
    private readonly string _here = $"here-{Interlocked.Increment(ref _localities)}";

    /// <summary>Where the journal stood, which the versions of a board are of.</summary>
    private long _before;

    public async ValueTask InitializeAsync() => _before = await _nodes.A.Journal.LastPosition();

    public ValueTask DisposeAsync()
    {
        _nodes.JournalOfB.Release();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void GivenNodesThatStartTogetherOnANewDatabase_ThenTheyHaveOneKey()
    {
        static Guid[] KeysOf(TestBoard node) => [.. node.Services.GetRequiredService<IKeyManager>().GetAllKeys().Select(key => key.KeyId)];

        KeysOf(_nodes.A).ShouldHaveSingleItem();
        KeysOf(_nodes.B).ShouldBe(KeysOf(_nodes.A));
    }

    [Fact]
    public async Task GivenFormOfOneNode_WhenSentToAnother_ThenDoneAndWhatWasDoneIsSaidByTheFirst()
    {
        await _nodes.A.OnTheBoard(await _nodes.A.CareHome("the-limes", 10, 6, _here));
        using var person = new Visitor(_nodes.A.Address);
        var page = await person.Visit($"/{_here}/sites/the-limes");

        person.MoveTo(_nodes.B.Address);
        var after = await person.Send(page, "step-general-nursing", ("step", "more"));

        after.Status.ShouldBe(200);
        after.Said.ShouldContain("5 general nursing beds free.");
        person.MoveTo(_nodes.A.Address);
        (await person.Visit($"/{_here}/sites/the-limes")).Text.ShouldContain("5 of 10 occupied");
    }

    [Fact]
    public async Task GivenOpenForm_WhenTheServerStartsAgainOnItsDataFolder_ThenItStillPosts()
    {
        await using var board = await TestBoard.Start();
        await board.OnTheBoard(await board.CareHome("the-limes", 10, 6));
        using var person = new Visitor(board.Address);
        var page = await person.Visit("/stockport/sites/the-limes");

        await board.Restart();
        person.MoveTo(board.Address);

        (await person.Send(page, "step-general-nursing", ("step", "more"))).Said.ShouldContain("5 general nursing beds free.");
        Directory.GetFiles(Path.Combine(board.DataFolder, "keys")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenChangeRecordedOnOneNode_WhenAPageOrTheApiIsReadOnAnotherThatIsBehind_ThenNeverTheStateBeforeIt()
    {
        var home = await _nodes.A.CareHome("the-limes", 10, 6, _here);
        await _nodes.Show(_before + 2, _here);
        using var person = new Visitor(_nodes.B.Address);
        _nodes.JournalOfB.Hold();
        (await _nodes.A.Declare(home, 10, 1)).ThenAccepted();
        (await _nodes.A.Register(SiteKind.CareHome, SiteKey.Of(_here, "the-oaks"))).ThenAccepted();

        var (board, api, site) = (person.Visit($"/{_here}"), _nodes.B.ReadBoard(_here), person.Visit($"/{_here}/sites/the-oaks"));
        board.IsCompleted.ShouldBeFalse();
        _nodes.JournalOfB.Release();

        (await board).Text.ShouldContain("The Oaks");
        (await api).Version.ShouldBe(_before + 4);
        (await site).Status.ShouldBe(200);
    }

    [Fact]
    public async Task GivenNodeThatCannotFollowTheJournal_WhenItsBoardIsRead_ThenShownAsItIs()
    {
        await _nodes.A.CareHome("the-limes", 10, 6, _here);
        await _nodes.Show(_before + 2, _here);
        _nodes.JournalOfB.Hold();
        await _nodes.A.CareHome("the-oaks", locality: _here);

        (await _nodes.B.ReadBoard(_here)).Version.ShouldBe(_before + 2);
    }

    [Fact]
    public async Task GivenDirectoryUploadedToOneNode_WhenConfirmedOnAnother_ThenImportedAndOnBothBoards()
    {
        using var person = new Visitor(_nodes.A.Address);
        var page = await person.Visit("/import");
        person.MoveTo(_nodes.B.Address);
        var check = await person.Upload(page, "check", Directories.Of(Directories.Row()), ("Locality", "Stockport"));
        check.Text.ShouldContain("This is what importing homes.csv will do.");

        person.MoveTo(_nodes.A.Address);
        var done = await person.Send(check, "import");

        done.Title.ShouldStartWith("Directory imported");
        (await _nodes.A.ReadBoard()).Rows.ShouldHaveSingleItem();
        (await _nodes.B.ReadBoard()).Rows.ShouldHaveSingleItem();
    }
}

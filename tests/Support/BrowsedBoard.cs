using System.Text.Json;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>A real server for a class of browser tests. Each test uses a locality of its own.</summary>
public class BrowsedBoard : IAsyncLifetime
{
    private int _localities;

    public BrowsedBoard() => Server = new TestBoard
    {
        // So that the pages of messages are whole. Nothing listens at that port, and no test adds an address.
        Settings =
        {
            ["Messages:Url"] = "https://board.example.nhs.uk",
            ["Messages:Smtp:Host"] = "127.0.0.1",
            ["Messages:Smtp:Port"] = "9",
            ["Messages:Smtp:Security"] = "None",
            ["Messages:Smtp:From"] = "board@example.nhs.uk",
            ["Messages:Push:Contact"] = "mailto:board@example.nhs.uk",
            ["Messages:Push:Services:0"] = "push.example",
        },
        Configure = builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton<IStartupFilter, NamedPages>();
        },
    };

    public TestBoard Server { get; }

    public ShiftedClock Clock { get; } = new();

    public virtual ValueTask InitializeAsync() => Server.InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Server.DisposeAsync();
    }

    public string NewLocality() => $"place-{Interlocked.Increment(ref _localities)}";

    /// <summary>A care home that is the only site of a new locality.</summary>
    public Task<SiteKey> HomeAlone(int total = 10, int occupied = 6) => Home(NewLocality(), "the-limes", total, occupied);

    public async Task<SiteKey> Home(string locality, string name, int total = 10, int occupied = 6)
    {
        var home = await Server.CareHome(name, total, occupied, locality);
        await Server.OnTheBoard(home);
        return home;
    }

    /// <summary>The site's line for the usual bed type, as the API returns it.</summary>
    public async Task<BoardLine> Line(SiteKey home)
    {
        var answer = (await Server.Read(SiteKind.CareHome, home)).ThenAccepted();
        return answer.Json["figures"].Deserialize<BoardRow>(DomainJson.Options)!.Lines.Single(line => line.Type == TestBoard.Type);
    }

    public static string PathOf(SiteKey site) => Paths.OfSite(site);

    /// <summary>Runs an act with the clock set back by an age.</summary>
    public async Task Ago(TimeSpan age, Func<Task> act)
    {
        Clock.Shift = -age;
        try
        {
            await act();
        }
        finally
        {
            Clock.Shift = TimeSpan.Zero;
        }
    }
}

using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Cluster;

/// <summary>Care homes' grains on a real journal, which tests call as the product does.</summary>
public abstract class SiteGrainBench : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();
    private DataFolder _folder = null!;
    private SqliteJournal _file = null!;

    protected ManualTimeProvider Clock { get; } = new();

    private protected WatchedJournal Journal { get; private set; } = null!;

    protected IServiceProvider Services { get; private set; } = null!;

    protected IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    protected ISiteClient Sites => Services.GetRequiredService<ISiteClient>();

    /// <summary>Starts Orleans on a journal and a clock; answers the services of the program that calls.</summary>
    private protected abstract Task<IServiceProvider> Start(WatchedJournal journal, ManualTimeProvider clock);

    protected abstract Task Stop();

    public async ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_temporary.FullPath);
        _file = SqliteJournal.Open(_folder, NullLogger<SqliteJournal>.Instance);
        Journal = new(_file);
        Services = await Start(Journal, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _file.DisposeAsync();
        _folder.Dispose();
        _temporary.Dispose();
        GC.SuppressFinalize(this);
    }

    protected CalledSite Home(int number = 1) => CalledSite.Home(Services, number);

    protected async Task<CalledSite> OpenHome(int total, int occupied)
    {
        (await Home().Execute(HomeRequests.Register())).Refusal.ShouldBeNull();
        (await Home().Execute(HomeRequests.Declare(total, occupied))).Refusal.ShouldBeNull();
        return Home();
    }
}

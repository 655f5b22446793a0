using System.Collections.Immutable;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Import;

/// <summary>Sites on a journal of their own, and the import into them.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TemporaryFolder _folder;
    private readonly DirectoryImport _import;
    private int _operations;

    private ImportBench(IHost host, TemporaryFolder folder)
    {
        (_host, _folder) = (host, folder);
        _import = new(Sites, new SitesInJournal(Journal), Locks, new());
    }

    public INodeLocks Locks { get; } = new LocalLocks();

    public IJournal Journal => _host.Services.GetRequiredService<IJournal>();

    private ISiteClient Sites => _host.Services.GetRequiredService<ISiteClient>();

    public static async Task<ImportBench> Start()
    {
        var folder = new TemporaryFolder();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Journal:DataFolder"] = folder.FullPath;
        builder.AddCapacityBoardGrains();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder);
    }

    public Task<ImportAnswer> Run(byte[] file, ImportRequest? request = null, IProgress<ImportProgress>? progress = null) =>
        _import.Run(request ?? new("Stockport"), new MemoryStream(file), progress);

    /// <summary>Imports several areas, each into the locality of its name.</summary>
    public Task<ImmutableArray<AreaAnswer>> RunAreas(byte[] file, bool skipBadRows, params string[] areas) => new AreasImport(_import).Run(
        [.. areas.Select(area => new ImportRequest(area, area, SkipBadRows: skipBadRows))], new MemoryStream(file), CancellationToken.None);

    public async Task<ImportReport> Import(byte[] file, ImportRequest? request = null)
    {
        var answer = await Run(file, request);
        answer.Problem.ShouldBeNull(answer.Problem?.Message);
        return answer.Report.ShouldNotBeNull();
    }

    public async Task<ImportProblem> ImportInVain(byte[] file, ImportRequest? request = null)
    {
        var before = await Journal.LastPosition();
        var problem = (await Run(file, request)).Problem.ShouldNotBeNull();
        (await Journal.LastPosition()).ShouldBe(before, "nothing may be recorded");
        return problem;
    }

    public async Task<SiteDetails?> DetailsOf(string site, SiteKind kind = SiteKind.CareHome) =>
        (await Sites.Read(kind, SiteKey.Parse(site))).Details;

    public async Task Register(string site, SiteDetails details)
    {
        var outcome = await Sites.Execute(details.Kind, SiteKey.Parse(site), new(new RegisterSite(details), $"given-{++_operations}", "someone"));
        outcome.Refusal.ShouldBeNull();
    }

    public async Task Close(string site, SiteKind kind = SiteKind.CareHome)
    {
        var outcome = await Sites.Execute(kind, SiteKey.Parse(site), new(new CloseSite("Home sold"), $"given-{++_operations}", "someone"));
        outcome.Refusal.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }
}

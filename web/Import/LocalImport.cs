using System.Globalization;
using CapacityBoard.Access;
using CapacityBoard.Access.Store;
using CapacityBoard.Cluster;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Import;

/// <summary>
/// A command-line import into a data folder: through the server that is running on the folder, or else by starting the grains in
/// this process, without the web and outside any cluster.
/// </summary>
internal static class LocalImport
{
    private const string DataFolderSetting = $"{JournalOptions.Section}:{nameof(JournalOptions.DataFolder)}";

    private static readonly TimeSpan LongestImport = TimeSpan.FromHours(1);

    public static async Task<ImportAnswer> Run(
        string? folder, ImportRequest request, Stream file, IProgress<ImportProgress> progress, CancellationToken token)
    {
        using var host = Build(folder);
        var journal = host.Services.GetRequiredService<IOptions<JournalOptions>>().Value;
        try
        {
            await host.StartAsync(token);
        }
        catch (JournalUnavailableException) when (journal.ConnectionString is null && DataFolder.ServerOf(journal.DataFolder) is { } server)
        {
            return await ByServer(server, journal.DataFolder, request, file, progress, token);
        }

        var entries = host.Services.GetRequiredService<IJournal>();
        var errand = journal.ConnectionString is { Length: > 0 } database ? AccessErrand.InDatabase(database) : AccessErrand.InFolder(Path.GetFullPath(journal.DataFolder));
        var kind = new BoardKind { IsDemonstration = await BoardKind.IsOfDemonstration(errand.Store, entries, token) };
        var import = new DirectoryImport(host.Services.GetRequiredService<ISiteClient>(), new SitesInJournal(entries), NodeServices.LocksOf(host.Services), kind);
        var answer = await import.Run(request, file, progress, token);
        await host.StopAsync(token);
        return answer;
    }

    /// <summary>
    /// Anyone who can write to the folder may import into it, so a key for this one import is created to authorise it with the
    /// server.
    /// </summary>
    private static async Task<ImportAnswer> ByServer(
        Uri server, string folder, ImportRequest request, Stream file, IProgress<ImportProgress> progress, CancellationToken token)
    {
        var keys = AccessErrand.InFolder(folder).Keys;
        var name = string.Create(CultureInfo.InvariantCulture, $"{ImportRequest.Importer} {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss.fff}");
        var key = await keys.Create(name, [new(Role.Administrator, Scope.Everywhere)], LongestImport, request.By, token: token);
        return await ImportUpload.Send(server, key, request, file, progress, token);
    }

    private static IHost Build(string? folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ContentRoot.Find() });
        builder.Configuration.AddSecrets();
        builder.Logging.ClearProviders();
        if (folder is not null)
        {
            builder.Configuration[DataFolderSetting] = folder;
        }

        builder.AddErrandGrains();
        return builder.Build();
    }
}

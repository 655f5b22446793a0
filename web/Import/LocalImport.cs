using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Journal.Sqlite;
using CapacityBoard.Runtime;

namespace CapacityBoard.Import;

/// <summary>
/// An import from the command line into a data folder: by the server that holds the folder where one runs, else
/// by starting the grains here, without the web.
/// </summary>
internal static class LocalImport
{
    private const string DataFolderSetting = $"{SqliteJournalOptions.Section}:{nameof(SqliteJournalOptions.DataFolder)}";

    public static async Task<ImportAnswer> Run(
        string? folder, ImportRequest request, byte[] file, IProgress<ImportProgress> progress, CancellationToken token)
    {
        using var host = Build(folder);
        var path = host.Services.GetRequiredService<IConfiguration>()[DataFolderSetting] ?? new SqliteJournalOptions().DataFolder;
        try
        {
            await host.StartAsync(token);
        }
        catch (JournalUnavailableException) when (DataFolder.ServerOf(path) is { } server)
        {
            return await ImportUpload.Send(server, request, file, progress, token);
        }

        var sites = new SitesInJournal(host.Services.GetRequiredService<IJournal>());
        using var import = new DirectoryImport(host.Services.GetRequiredService<IGrainFactory>(), sites);
        var answer = await import.Run(request, file, progress, token);
        await host.StopAsync(token);
        return answer;
    }

    private static IHost Build(string? folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ContentRoot.Find() });
        builder.Logging.ClearProviders();
        if (folder is not null)
        {
            builder.Configuration[DataFolderSetting] = folder;
        }

        builder.AddCapacityBoardGrains();
        return builder.Build();
    }
}

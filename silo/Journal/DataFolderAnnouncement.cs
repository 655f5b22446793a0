using CapacityBoard.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal;

/// <summary>
/// Opens the data folder and its journal before anything is served, so that a server that cannot record does not
/// start, and writes the server's address to the folder.
/// </summary>
internal sealed partial class DataFolderAnnouncement(
    DataFolder folder, IJournal journal, IServiceProvider services, ILogger<DataFolderAnnouncement> log) : BeforeServing
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        switch (folder.Privacy)
        {
            case FolderPrivacy.Closed:
                LogClosed(folder.FullPath);
                break;
            case FolderPrivacy.OpenToOthers:
                LogOpen(folder.FullPath);
                break;
        }

        return journal.LastPosition(cancellationToken);
    }

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        var url = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        folder.Announce(url);
        LogStarted(url, folder.FullPath);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Serving at {Url}, with the data in {Folder}")]
    private partial void LogStarted(string? url, string folder);

    [LoggerMessage(LogLevel.Warning, "Other users of this machine could read {Folder}; now only this user can. What is in it may have been read: see docs/operations.md")]
    private partial void LogClosed(string folder);

    [LoggerMessage(LogLevel.Warning, "Other users of this machine may read {Folder}, and this user may not change that. Its owner can: chmod -R go= {Folder}")]
    private partial void LogOpen(string folder);
}

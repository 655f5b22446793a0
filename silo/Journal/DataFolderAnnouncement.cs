using CapacityBoard.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal;

/// <summary>
/// Opens the data folder and its journal before anything is served, so that a server that cannot record does not
/// start, and notes in the folder where the server answers.
/// </summary>
internal sealed partial class DataFolderAnnouncement(
    DataFolder folder, IJournal journal, IServiceProvider services, ILogger<DataFolderAnnouncement> log) : BeforeServing
{
    public override Task StartingAsync(CancellationToken cancellationToken) => journal.LastPosition(cancellationToken);

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        var url = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        folder.Announce(url);
        LogStarted(url, folder.FullPath);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Serving at {Url}, with the data in {Folder}")]
    private partial void LogStarted(string? url, string folder);
}

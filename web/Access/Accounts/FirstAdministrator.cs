using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Projections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// While nobody administers everything, prints at each start a link that makes its user the first such administrator. It goes to
/// the console and not to the program's log; see <see cref="FirstAdministratorLink"/>.
/// </summary>
internal sealed partial class FirstAdministrator(
    FirstAdministratorLink link,
    FoldProgress progress,
    INodeLocks locks,
    IServer server,
    BoardKind kind,
    ILogger<FirstAdministrator> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await progress.CaughtUp.WaitAsync(stoppingToken);
        if (kind.IsDemonstration)
        {
            return;
        }

        try
        {
            await using var turn = await locks.Take("first-administrator", stoppingToken);
            if (await link.Make(AccessActor.Program, stoppingToken) is { } path)
            {
                Console.WriteLine($"This board has no administrator yet. Open this link within 1 hour to become the first: {Address()}{path}");
            }
        }
        catch (JournalUnavailableException unavailable)
        {
            LogFailed(unavailable);
        }
    }

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";

    [LoggerMessage(LogLevel.Error, "No link for a first administrator could be made; start again once the database is there")]
    private partial void LogFailed(Exception exception);
}

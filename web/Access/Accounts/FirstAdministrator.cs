using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// While nobody administers everything yet, prints a link at each start by which somebody becomes the first who does. It
/// goes to the console and not into the log, since whoever reads it may use it.
/// </summary>
internal sealed partial class FirstAdministrator(
    IServiceScopeFactory scopes,
    Boards boards,
    AccessStore store,
    INodeLocks locks,
    IServer server,
    IConfiguration configuration,
    TimeProvider clock,
    ILogger<FirstAdministrator> log) : BackgroundService
{
    private const string Name = "First administrator";
    private const string UserName = "administrator";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await boards.CaughtUp.WaitAsync(stoppingToken);
        if (configuration.GetValue<bool>(DemonstrationAccounts.Setting) && (boards.Position == 0 || boards.ShowsDemonstration))
        {
            return;
        }

        try
        {
            await using var turn = await locks.Take("first-administrator", stoppingToken);
            if (!await store.Ask(Exists, stoppingToken))
            {
                Console.WriteLine($"Nobody administers this board yet. Open this link within 7 days to be the first: {Address()}{await LinkPath()}");
            }
        }
        catch (JournalUnavailableException unavailable)
        {
            LogFailed(unavailable);
        }
    }

    /// <summary>True where somebody who has joined, or signs in through their organisation, administers everything.</summary>
    private static Task<bool> Exists(AccessContext context) => context.Users
        .Where(account => account.Closed == null && (account.PasswordHash != null || context.UserLogins.Any(login => login.UserId == account.Id)))
        .AnyAsync(account => context.Grants.Any(grant => grant.Owner == account.Id && grant.Role == Role.Administrator && grant.Scope == Scope.Everywhere));

    private async Task<string> LinkPath()
    {
        await using var scope = scopes.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByNameAsync(UserName) is not { } account)
        {
            account = new() { Name = Name, UserName = UserName, Created = clock.GetUtcNow(), CreatedBy = AccessActor.Program.Name };
            await register.Create(account, [new(Role.Administrator, Scope.Everywhere)], AccessActor.Program);
        }

        return await scope.ServiceProvider.GetRequiredService<AccountRescue>().NewLink(account, AccessActor.Program);
    }

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";

    [LoggerMessage(LogLevel.Error, "No link for a first administrator could be made; start again once the database is there")]
    private partial void LogFailed(Exception exception);
}

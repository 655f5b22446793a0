using CapacityBoard.Access.Store;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Demonstration;

/// <summary>
/// Decides at the first start whether the board is a demonstration or a real board. From then on it never runs as the other.
/// </summary>
internal sealed partial class BoardKindStart(
    BoardKind kind, AccessStore store, IJournal journal, INodeLocks locks, IOptions<DemonstrationOptions> options, TimeProvider clock, ILogger<BoardKindStart> log)
    : BeforeServing
{
    private const string OneNode = "board-kind";

    /// <exception cref="OptionsValidationException">
    /// It is a demonstration that was not started as one, or its journal is not a demonstration's.
    /// </exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var turn = await locks.Take(OneNode, cancellationToken);
        var chosen = await store.Ask(context => context.Kinds.AsNoTracking().FirstOrDefaultAsync(cancellationToken), cancellationToken);
        var isDemonstration = chosen?.IsDemonstration ?? await Choose(cancellationToken);
        if (isDemonstration)
        {
            await RequireDemonstration(cancellationToken);
        }
        else if (options.Value.Enabled)
        {
            LogNoDemonstration();
        }

        if (chosen is null)
        {
            await store.Add(new BoardKindRow { IsDemonstration = isDemonstration, Chosen = clock.GetUtcNow() }, cancellationToken);
        }

        kind.IsDemonstration = isDemonstration;
    }

    /// <summary>
    /// An empty board becomes what it is started as. One left by an earlier version is a demonstration if it holds nothing else.
    /// </summary>
    private async Task<bool> Choose(CancellationToken token)
    {
        if (await journal.LastPosition(token) == 0)
        {
            return options.Value.Enabled && !await store.Ask(HasAccountsOrKeys, token);
        }

        if (await BoardKind.IsInvented(journal, token))
        {
            return true;
        }

        var ended = await store.Ask(context => DemonstrationEnd.Of(context, clock.GetUtcNow(), token), token);
        if (ended > 0)
        {
            LogEnded(ended);
        }

        return false;
    }

    private async Task RequireDemonstration(CancellationToken token)
    {
        if (!options.Value.Enabled)
        {
            throw Fault("This is a demonstration, where anyone can create accounts and keys. For your own board, choose another folder with --data or another database. Or start without --no-demo.");
        }

        if (await journal.LastPosition(token) > 0 && !await BoardKind.BeginsInvented(journal, token))
        {
            throw Fault("The accounts belong to a demonstration but the journal does not. Restore the access.db that belongs to the journal, or choose another folder with --data.");
        }
    }

    private static async Task<bool> HasAccountsOrKeys(AccessContext context) => await context.Users.AnyAsync() || await context.Keys.AnyAsync();

    private static OptionsValidationException Fault(string sentence) => new(DemonstrationOptions.Section, typeof(DemonstrationOptions), [sentence]);

    [LoggerMessage(LogLevel.Information, "This is a board of your own, and no demonstration runs on it: for one, choose an empty folder with --data")]
    private partial void LogNoDemonstration();

    [LoggerMessage(LogLevel.Warning, "A demonstration ran on this board: {Ended} accounts, keys and wallboard links that its people were or made are ended")]
    private partial void LogEnded(int ended);
}

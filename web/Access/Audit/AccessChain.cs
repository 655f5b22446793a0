using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Adds access log lines to the hash chain shortly after they are written, so that writers do not wait for each other. With
/// several nodes, the first one adds a batch and the others find it there.
/// </summary>
internal sealed partial class AccessChain(IDbContextFactory<AccessContext> contexts, TimeProvider clock, ILogger<AccessChain> log) : BackgroundService
{
    /// <summary>Nodes number lines before committing them, so a line may still appear this far below the last one.</summary>
    public const int Latecomers = 10_000;

    private const int LinesAtOnce = 1_000;

    private static readonly TimeSpan BetweenBatches = TimeSpan.FromSeconds(2);

    /// <summary>Lines with a hash that are not in the chain yet, in the order of their ids.</summary>
    public static IQueryable<AccessEntry> Open(AccessContext context) => context.Log.AsNoTracking()
        .Where(entry => entry.Digest != null && !context.Chain.Any(link => link.Line == entry.Id))
        .OrderBy(entry => entry.Id);

    /// <summary>Adds all lines that are missing from the chain.</summary>
    public static async Task Extend(IDbContextFactory<AccessContext> contexts, CancellationToken token)
    {
        for (var put = LinesAtOnce; put == LinesAtOnce;)
        {
            await using var context = await contexts.CreateDbContextAsync(token);
            put = await ExtendOnce(context, token);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenBatches, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Extend(contexts, stoppingToken);
            }
            catch (Exception failure) when (AccessStore.IsOfDatabase(failure))
            {
                LogBehind(failure.InnerException?.Message ?? failure.Message);
            }
        }
    }

    private static async Task<int> ExtendOnce(AccessContext context, CancellationToken token)
    {
        var last = await context.Chain.AsNoTracking().OrderByDescending(link => link.Position).FirstAsync(token);
        var after = last.Line - Latecomers;
        var lines = await Open(context).Where(entry => entry.Id > after).Take(LinesAtOnce).ToListAsync(token);
        foreach (var line in lines)
        {
            context.Add(last = AccessLink.After(last, line));
        }

        try
        {
            await context.SaveChangesAsync(token);
            return lines.Count;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another node was first; any lines it left are added on the next tick.
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lines of the access log could not be put into its chain, and are tried again. {Why}")]
    private partial void LogBehind(string why);
}

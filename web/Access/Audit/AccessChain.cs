using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Puts the lines of the access log into its chain a moment after they were written, so that nobody who writes one waits for
/// another: with several nodes, the one that is first puts in a batch, and the others find it there.
/// </summary>
internal sealed partial class AccessChain(IDbContextFactory<AccessContext> contexts, TimeProvider clock, ILogger<AccessChain> log) : BackgroundService
{
    /// <summary>Several nodes number their lines before they commit them: so far below the last, one may still come.</summary>
    public const int Latecomers = 10_000;

    private const int LinesAtOnce = 1_000;

    private static readonly TimeSpan BetweenBatches = TimeSpan.FromSeconds(2);

    /// <summary>The lines that are not in the chain, though a program wrote them; in the order of their ids.</summary>
    public static IQueryable<AccessEntry> Open(AccessContext context) => context.Log.AsNoTracking()
        .Where(entry => entry.Digest != null && !context.Chain.Any(link => link.Line == entry.Id))
        .OrderBy(entry => entry.Id);

    /// <summary>Puts in all lines that are not in it yet.</summary>
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
            // Another node was first; what it left is put in at the next turn.
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lines of the access log could not be put into its chain, and are tried again. {Why}")]
    private partial void LogBehind(string why);
}

using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Command-line operations on the whole access log: exporting it, and removing lines older than the retention period.
/// </summary>
internal sealed class AccessLogFile(IDbContextFactory<AccessContext> contexts, TimeProvider clock)
{
    private const int LinesAtOnce = 5_000;

    private static readonly string[] Triggers = ["access_log_is_never_deleted", "access_log_chain_is_never_deleted"];

    /// <summary>Writes all lines before a time as CSV, oldest first, and then records the export.</summary>
    /// <returns>The number of lines.</returns>
    public async Task<long> Export(Stream file, DateTimeOffset before, AccessActor by, string about, CancellationToken token)
    {
        await using var context = await contexts.CreateDbContextAsync(token);
        var lines = 0L;
        AuditCsv.Write(file, Read(context, before, () => lines++));
        context.Add(by.Entry(clock, Acts.Exported, about, $"{lines} lines of the access log before {before:yyyy-MM-dd}"));
        await context.SaveChangesAsync(token);
        return lines;
    }

    /// <summary>
    /// Records that all lines before a time are removed, then removes them in batches so that running servers can write in
    /// between. After an interruption, running it again continues.
    /// </summary>
    /// <returns>The number of lines removed.</returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The database role may not delete. The message says what to do.
    /// </exception>
    public async Task<int> Cut(DateTimeOffset before, AccessActor by, CancellationToken token)
    {
        await AccessChain.Extend(contexts, token);
        await using var context = await contexts.CreateDbContextAsync(token);
        var count = await context.Log.CountAsync(entry => entry.At < before, token);
        context.Add(by.Entry(clock, Acts.LogCut, "access log", $"{count} lines before {before:yyyy-MM-dd}"));
        var cut = 0;
        for (var now = int.MaxValue; now > 0; cut += now)
        {
            now = await Delete(context, () => CutLines(context, before, token), token);
        }

        await Delete(context, () => CutChain(context, token), token);
        return cut;
    }

    /// <summary>Deletes rows that are otherwise protected from deletion, all or nothing.</summary>
    private static async Task<int> Delete(AccessContext context, Func<Task<int>> delete, CancellationToken token)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(token);
        try
        {
            var cut = context.Database.IsSqlite() ? await WithoutTriggers(context, delete, token) : await SayingSo(context, delete, token);
            await context.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return cut;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new Journal.JournalUnavailableException("Nothing was removed: this database role cannot delete from access_log and access_log_chain. Use --journal to name one that can.", refused);
        }
    }

    private static IEnumerable<AuditLine> Read(AccessContext context, DateTimeOffset before, Action each)
    {
        for (var after = 0L; ;)
        {
            var entries = context.Log.AsNoTracking().Where(entry => entry.Id > after && entry.At < before).OrderBy(entry => entry.Id).Take(LinesAtOnce).ToList();
            if (entries is [])
            {
                yield break;
            }

            foreach (var entry in entries)
            {
                each();
                yield return new(entry.At, entry.Who, entry.Act, entry.About, entry.Stay, entry.Operation, entry.Address, entry.Note);
            }

            after = entries[^1].Id;
        }
    }

    /// <summary>No other connection sees the tables without their triggers, because it waits for the transaction.</summary>
    private static async Task<int> WithoutTriggers(AccessContext context, Func<Task<int>> delete, CancellationToken token)
    {
        var triggers = await context.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND name IN ({Triggers[0]}, {Triggers[1]})").ToListAsync(token);
        await context.Database.ExecuteSqlRawAsync(string.Join(';', Triggers.Select(trigger => $"DROP TRIGGER {trigger}")), token);
        var cut = await delete();
        await context.Database.ExecuteSqlRawAsync(string.Join(';', triggers), token);
        return cut;
    }

    private static async Task<int> SayingSo(AccessContext context, Func<Task<int>> delete, CancellationToken token)
    {
        await context.Database.ExecuteSqlRawAsync("SET LOCAL capacity_board.cuts_access_log = 'yes'", token);
        return await delete();
    }

    private static Task<int> CutLines(AccessContext context, DateTimeOffset before, CancellationToken token) =>
        context.Log.Where(entry => entry.At < before).OrderBy(entry => entry.Id).Take(LinesAtOnce).ExecuteDeleteAsync(token);

    /// <summary>
    /// Shortens the chain to the link before the first remaining line, from which the rest can be checked. Times may be in
    /// another order than lines, so lines between others may be removed; their links stay.
    /// </summary>
    private static async Task<int> CutChain(AccessContext context, CancellationToken token)
    {
        var kept = await context.Chain.Where(link => link.Position > 0 && context.Log.Any(entry => entry.Id == link.Line)).MinAsync(link => (long?)link.Position, token)
            ?? await context.Chain.MaxAsync(link => link.Position, token) + 1;
        return await context.Chain.Where(link => link.Position > 0 && link.Position < kept - 1).ExecuteDeleteAsync(token);
    }
}

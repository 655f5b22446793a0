using System.Data.Common;
using CapacityBoard.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Store;

/// <summary>Reads and writes <see cref="AccessContext"/>, a context a time. What it answers for is durable.</summary>
internal sealed class AccessStore(IDbContextFactory<AccessContext> contexts)
{
    /// <summary>SQLite's codes for a key, and another column, that must be one of its own and is not.</summary>
    private const int UniqueKey = 1555;
    private const int UniqueColumn = 2067;

    /// <exception cref="JournalUnavailableException">The database cannot be reached or written. Nothing is known to be recorded.</exception>
    public async Task<T> Ask<T>(Func<AccessContext, Task<T>> question, CancellationToken token = default)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(token);
            return await question(context);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            throw new JournalUnavailableException("The accounts database cannot be reached. Try again in a moment.", failure);
        }
    }

    /// <inheritdoc cref="Ask{T}(Func{AccessContext, Task{T}}, CancellationToken)"/>
    public Task Add(object row, CancellationToken token = default) => Ask(
        context =>
        {
            context.Add(row);
            return context.SaveChangesAsync(token);
        },
        token);

    /// <summary>True for what a database that is away, locked or full brings about; false for a fault of the program.</summary>
    public static bool IsOfDatabase(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => false,
        DbException or TimeoutException => true,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && IsOfDatabase(inner),
        _ => false,
    };

    /// <summary>True for what two bring about who change or make the same at the same moment: what the later one asked was not done.</summary>
    public static bool IsOfTwoAtOnce(Exception failure) => failure is DbUpdateConcurrencyException
        or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: UniqueKey or UniqueColumn } };
}

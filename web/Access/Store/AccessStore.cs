using System.Data.Common;
using CapacityBoard.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access.Store;

/// <summary>Reads and writes <see cref="AccessContext"/>, one context per operation. What it returns is durable.</summary>
internal sealed class AccessStore(IDbContextFactory<AccessContext> contexts)
{
    /// <summary>SQLite's error codes for a duplicate primary key and for another duplicate unique column.</summary>
    private const int UniqueKey = 1555;
    private const int UniqueColumn = 2067;

    /// <exception cref="JournalUnavailableException">
    /// The database cannot be reached or written. Nothing is known to have been recorded.
    /// </exception>
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

    /// <summary>True for failures of a database that is away, locked or full; false for bugs.</summary>
    public static bool IsOfDatabase(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => false,
        DbException or TimeoutException => true,
        DbUpdateException or InvalidOperationException => failure.InnerException is { } inner && IsOfDatabase(inner),
        _ => false,
    };

    /// <summary>True if two requests changed or created the same thing at once: the later one was not done.</summary>
    public static bool IsOfTwoAtOnce(Exception failure) => failure is DbUpdateConcurrencyException
        or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: UniqueKey or UniqueColumn } };
}

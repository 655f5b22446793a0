using System.Data.Common;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Store;

/// <summary>Reads and writes <see cref="AccessContext"/>, a context a time. What it answers for is durable.</summary>
internal sealed class AccessStore(IDbContextFactory<AccessContext> contexts)
{
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
            throw new JournalUnavailableException("The database of accounts cannot be reached. Try again in a moment.", failure);
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
}

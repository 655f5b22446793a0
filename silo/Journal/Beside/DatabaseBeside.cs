using System.Data.Common;

namespace CapacityBoard.Journal.Beside;

/// <summary>A database for what is kept beside the journal. SQLite and PostgreSQL understand the statements of its users.</summary>
internal abstract class DatabaseBeside
{
    /// <summary>Asks on a connection of its own.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or the disk is full.</exception>
    public async Task<T> Ask<T>(Func<DbConnection, Task<T>> ask, CancellationToken token = default)
    {
        try
        {
            await using var connection = await Open(token);
            return await Run(() => ask(connection));
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    protected abstract Task<DbConnection> Open(CancellationToken token);

    /// <summary>Runs a question where it may block.</summary>
    protected virtual Task<T> Run<T>(Func<Task<T>> ask) => ask();

    /// <summary>The failure in words for a person; null if it is none of the database.</summary>
    protected abstract JournalUnavailableException? Explain(Exception failure);
}

internal static class DatabaseCommands
{
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Add(name, value);
        }

        return command;
    }

    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

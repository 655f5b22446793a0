using System.Data.Common;

namespace CapacityBoard.Journal.Migrations;

/// <summary>A database on which <see cref="MigrationScripts"/> are run.</summary>
/// <param name="connection">Must be open; it is not disposed of here.</param>
internal abstract class MigratedDatabase(DbConnection connection)
{
    private const int Unlimited = 0;

    /// <summary>Begins the transaction for all scripts, after waiting for any other process that is in one.</summary>
    public abstract Task<DbTransaction> Begin(CancellationToken token);

    /// <summary>The number of the last script that was run; 0 in a new database.</summary>
    public abstract Task<int> Step(CancellationToken token);

    public abstract Task Record(int step, string file, CancellationToken token);

    /// <summary>The error that a newer version of the product wrote the tables, with what to do.</summary>
    public abstract JournalUnavailableException Newer(int step, int newest);

    public async Task Execute(string sql, CancellationToken token, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        command.CommandTimeout = Unlimited;
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Runs a statement and returns its single value.</summary>
    protected async Task<object?> Ask(string sql, CancellationToken token, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(token);
    }

    private DbCommand Command(string sql, object[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

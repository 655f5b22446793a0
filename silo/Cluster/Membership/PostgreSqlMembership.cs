using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Cluster.Membership;

/// <summary>Makes the tables and queries of the membership in PostgreSQL before a silo starts.</summary>
internal sealed class PostgreSqlMembership(IOptions<SiloClusterOptions> options) : IHostedLifecycleService
{
    /// <summary>One silo at a time makes the tables: the number says nothing, and every silo uses the same.</summary>
    private const long Lock = 0x6361706163697479;

    private const string Script = "0001-membership.sql";

    /// <exception cref="GrainsUnavailableException">PostgreSQL cannot be reached, or its user may not make tables.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(options.Value.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await Migrate(connection, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or ArgumentException)
        {
            throw new GrainsUnavailableException(
                $"PostgreSQL, which keeps the cluster's membership, cannot be used: {failure.Message.TrimEnd('.')}. Start it, or correct Cluster:ConnectionString.",
                failure);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>All or nothing; done again, it changes nothing.</summary>
    internal static async Task Migrate(NpgsqlConnection connection, CancellationToken token = default)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using var once = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = Lock } } };
        await once.ExecuteNonQueryAsync(token);
        await using var script = new NpgsqlCommand(await ReadScript(), connection);
        await script.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
    }

    private static async Task<string> ReadScript()
    {
        using var reader = new StreamReader(typeof(PostgreSqlMembership).Assembly.GetManifestResourceStream(Script)!);
        return await reader.ReadToEndAsync();
    }
}

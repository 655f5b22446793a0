using System.Net.Sockets;
using CapacityBoard.Journal.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Cluster.Membership;

/// <summary>Makes the tables and queries of the membership in PostgreSQL before a silo starts.</summary>
internal sealed class PostgreSqlMembership(IOptions<SiloClusterOptions> options) : IHostedLifecycleService
{
    private static readonly MigrationScripts Scripts = new(typeof(PostgreSqlMembership).Assembly, "CapacityBoard.Cluster.Membership");

    /// <exception cref="Journal.JournalUnavailableException">A newer version of the product wrote the tables; they are left as they were.</exception>
    /// <exception cref="GrainsUnavailableException">PostgreSQL cannot be reached, or its user may not make tables.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(options.Value.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await Scripts.Run(new MigratedPostgres(connection, "cluster_migrations"), cancellationToken);
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
}

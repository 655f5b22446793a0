using System.Net.Sockets;
using CapacityBoard.Hosting;
using CapacityBoard.Journal.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CapacityBoard.Cluster.Membership;

/// <summary>
/// Creates the membership's tables and queries in PostgreSQL before a silo starts. If
/// <see cref="SiloClusterOptions.CreateSchema"/> is false, it only checks that they exist.
/// </summary>
internal sealed class PostgreSqlMembership(IOptions<SiloClusterOptions> options) : BeforeServing
{
    private static readonly MigrationScripts Scripts = new(typeof(PostgreSqlMembership).Assembly, "CapacityBoard.Cluster.Membership");

    /// <exception cref="Journal.JournalUnavailableException">A newer version of the product wrote the tables; they are left as they were.</exception>
    /// <exception cref="GrainsUnavailableException">
    /// PostgreSQL cannot be reached, its user may not create tables, or it has the tables of Orleans' published scripts.
    /// </exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(options.Value.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await (options.Value.CreateSchema ? Migrate(connection, cancellationToken) : RequireQueries(connection, cancellationToken));
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or ArgumentException)
        {
            throw new GrainsUnavailableException(
                $"PostgreSQL, which keeps the cluster's membership, cannot be used: {failure.Message.TrimEnd('.')}. Start it, or correct Cluster:ConnectionString.",
                failure);
        }
    }

    /// <summary>Orleans' published scripts also create a table of queries, but for other tables than ours.</summary>
    private static async Task Migrate(NpgsqlConnection connection, CancellationToken token)
    {
        if (await Has(connection, "orleansquery", token) && !await Has(connection, "cluster_silos", token))
        {
            throw new GrainsUnavailableException(
                "PostgreSQL, which keeps the cluster's membership, has Orleans' published tables already: set Cluster:CreateSchema=false to use them, "
                + "or name another database with Cluster:ConnectionString.");
        }

        await Scripts.Run(new MigratedPostgres(connection, "cluster_migrations"), token);
    }

    private static async Task RequireQueries(NpgsqlConnection connection, CancellationToken token)
    {
        if (!await Has(connection, "orleansquery", token))
        {
            throw new GrainsUnavailableException(
                "PostgreSQL, which keeps the cluster's membership, has no table orleansquery, and Cluster:CreateSchema is false: "
                + "run Orleans' PostgreSQL-Main.sql and PostgreSQL-Clustering.sql in it, or leave Cluster:CreateSchema out.");
        }
    }

    private static async Task<bool> Has(NpgsqlConnection connection, string table, CancellationToken token)
    {
        await using var found = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection) { Parameters = { new() { Value = table } } };
        return await found.ExecuteScalarAsync(token) is true;
    }
}

using System.Globalization;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>The pool of connections to the journal's database, with limits that no statement of ours needs to exceed.</summary>
internal static class PostgresConnections
{
    /// <summary>
    /// A batch of appends takes milliseconds, plus its wait for other processes' batches. One that takes longer hangs on a lock or
    /// a disk, so the server cancels it and its callers get an error instead of waiting with it.
    /// </summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the server's own limit, for when the server or the network is silent.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    /// <summary>The limit of one process. By default PostgreSQL allows 100 connections in all, and each costs it memory.</summary>
    private const int MostConnections = 20;

    private const int MostPreparedStatements = 32;

    /// <summary>Opens a pool; settings in the connection string override ours.</summary>
    /// <exception cref="JournalUnavailableException">It is not a valid connection string; the message says what is wrong with it.</exception>
    public static NpgsqlDataSource Open(string connectionString)
    {
        try
        {
            var asked = new NpgsqlConnectionStringBuilder(connectionString);
            var settings = new NpgsqlConnectionStringBuilder
            {
                ApplicationName = "capacity-board",
                Timeout = (int)LongestConnect.TotalSeconds,
                CommandTimeout = (int)LongestAnswer.TotalSeconds,
                MaxPoolSize = MostConnections,
                MaxAutoPrepare = MostPreparedStatements,
                KeepAlive = (int)LongestConnect.TotalSeconds,
                Options = string.Create(CultureInfo.InvariantCulture, $"-c statement_timeout={LongestStatement.TotalMilliseconds} -c synchronous_commit=on"),
            };
            foreach (var key in asked.Keys.Cast<string>())
            {
                settings[key] = asked[key];
            }

            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new JournalUnavailableException(
                $"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)} cannot be used: {wrong.Message.TrimEnd('.')}. "
                + "Write it as Host=localhost;Database=capacity_board;Username=capacity_board.", wrong);
        }
    }

    /// <summary>The database's name for people, without user or password.</summary>
    public static string NameOf(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"{settings.Database ?? settings.Username} at {settings.Host}:{settings.Port}";
    }
}

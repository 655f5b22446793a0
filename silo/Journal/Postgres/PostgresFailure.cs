using System.Net.Sockets;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Explains to a person what went wrong with the journal's database, and what to do.</summary>
internal static class PostgresFailure
{
    /// <summary>True if a retry may succeed soon: the server restarts, fails over or is short of something, or the connection broke.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        PostgresException refused => refused.IsTransient || Class(refused) is "57" or "08" or "53",
        NpgsqlException or TimeoutException or SocketException or IOException => true,
        _ => false,
    };

    public static bool IsOfDatabase(Exception failure) => failure is NpgsqlException or TimeoutException or SocketException or IOException;

    public static JournalUnavailableException OfReading(Exception failure, string database) =>
        new($"{Cause(failure, database)} {Remedy(failure)}, then read again.", failure);

    public static JournalUnavailableException OfOpening(Exception failure, string database) =>
        new($"{Cause(failure, database)} {Remedy(failure)}, then start again.", failure);

    /// <summary>The connection may have broken between the commit and its answer, so sending again must record nothing twice.</summary>
    public static JournalUnavailableException OfRecording(Exception failure, string database) =>
        new($"{Cause(failure, database)} It may not be saved. {Remedy(failure)}, then send it again.", failure);

    private static string Cause(Exception failure, string database) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"The disk of the database {database} is full.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => $"The database {database} does not accept more connections.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"There is no database {database}.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"The database {database} does not give this user the permission needed: {Plain(refused.MessageText)}.",
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable } =>
            $"The database {database} is too busy to answer in time.",
        PostgresException refused when IsLogin(refused) => $"The database {database} refused this user: {Plain(refused.MessageText)}.",
        PostgresException refused when Class(refused) == "57" => $"The database {database} is stopping or starting.",
        PostgresException refused => $"The database {database} refused: {Plain(refused.MessageText)}.",
        { InnerException: System.Security.Authentication.AuthenticationException untrusted } =>
            $"The database {database} has a certificate that is not trusted: {Plain(untrusted.Message)}.",
        _ => $"The database {database} cannot be reached: {Plain((failure.InnerException ?? failure).Message)}.",
    };

    private static string Remedy(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "Free some space",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "Raise its max_connections, or lower Maximum Pool Size in the connection string",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "Create it, or correct the connection string",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => "Grant the permission",
        PostgresException refused when IsLogin(refused) => "Correct the connection string",
        { InnerException: System.Security.Authentication.AuthenticationException } =>
            "Correct Root Certificate and SSL Mode in the connection string",
        _ => "Check that it runs and that the connection string is right",
    };

    private static bool IsLogin(PostgresException refused) => Class(refused) == "28";

    private static string Class(PostgresException refused) => refused.SqlState[..2];

    private static string Plain(string message) => message.TrimEnd('.');
}

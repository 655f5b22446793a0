namespace CapacityBoard.Journal.Postgres;

/// <summary>Calls that wait while the database is away, and explain to a person why they failed.</summary>
internal sealed class PostgresCalls(PostgresRetry retry, string database)
{
    /// <exception cref="JournalUnavailableException">The database cannot be read now.</exception>
    public Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken token) => Run(read, PostgresFailure.OfReading, token);

    /// <param name="write">Safe to repeat.</param>
    /// <exception cref="JournalUnavailableException">The database cannot be written now; it may have been all the same.</exception>
    public Task<T> Write<T>(Func<CancellationToken, Task<T>> write, CancellationToken token) => Run(write, PostgresFailure.OfRecording, token);

    private async Task<T> Run<T>(
        Func<CancellationToken, Task<T>> work, Func<Exception, string, JournalUnavailableException> explain, CancellationToken token)
    {
        try
        {
            return await retry.Run(work, token);
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw explain(failure, database);
        }
    }
}

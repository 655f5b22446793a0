using CapacityBoard.Processes;

namespace CapacityBoard.Support;

/// <summary>One PostgreSQL server for all tests, started when first needed. Each test has its own database.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private PostgresServer? _server;

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> New() => await (await Server()).CreateDatabase();

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _starting.Dispose();
    }

    private async Task<PostgresServer> Server()
    {
        await _starting.WaitAsync();
        try
        {
            return _server ??= await PostgresServer.Start().Within("PostgreSQL has started");
        }
        finally
        {
            _starting.Release();
        }
    }
}

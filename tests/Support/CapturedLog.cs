using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support;

/// <summary>The text a server logs at or above a level, without scopes, as it does not write them.</summary>
internal sealed class CapturedLog(LogLevel least = LogLevel.Trace) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

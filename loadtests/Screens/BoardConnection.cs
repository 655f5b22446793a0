using CapacityBoard.Api;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Screens;

/// <summary>A connection to the board's hub like a page's: a WebSocket from the start. It does not reconnect by itself.</summary>
public static class BoardConnection
{
    /// <param name="headers">Headers that identify the client, by name; null for the key that is let in everywhere.</param>
    public static HubConnection To(Uri server, IReadOnlyDictionary<string, string>? headers = null) => new HubConnectionBuilder()
        .WithUrl(new Uri(server, ProgramPaths.Hub), HttpTransportType.WebSockets, options =>
        {
            options.SkipNegotiation = true;
            foreach (var (name, value) in headers ?? Machine)
            {
                options.Headers[name] = value;
            }
        })
        .AddJsonProtocol(json => DomainJson.Configure(json.PayloadSerializerOptions))
        .Build();

    /// <summary>Asks for a locality's board: all of it, or only the changes since what is shown.</summary>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">The hub answered with an error.</exception>
    public static Task<BoardUpdate> Watch(this HubConnection hub, string? locality, long? sinceVersion = null, DateTimeOffset? sinceAt = null) =>
        hub.InvokeAsync<BoardUpdate>(nameof(BoardHub.Watch), locality, sinceVersion, sinceAt);

    /// <summary>Completes when either side has ended the connection.</summary>
    public static Task Ended(this HubConnection hub)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        if (hub.State == HubConnectionState.Disconnected)
        {
            ended.TrySetResult();
        }

        return ended.Task;
    }

    private static Dictionary<string, string> Machine => new() { ["Authorization"] = MachineKey.Header.ToString() };
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using CapacityBoard.Processes;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Screens;

/// <summary>
/// A SignalR client over one WebSocket, made of the framework's own JSON hub protocol. What comes is read as the
/// types that it was made with, so a load generator can read no more than it needs.
/// </summary>
public sealed class HubConnection : IAsyncDisposable
{
    private const byte RecordSeparator = 0x1e;

    private static readonly JsonHubProtocol Protocol = CreateProtocol();

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _calls = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Binder _binder;
    private readonly Action<object?> _received;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private Task _receiving = Task.CompletedTask;
    private int _lastCall;

    /// <param name="pushed">The type of the one argument of what the hub pushes.</param>
    /// <param name="returned">The type that its methods return.</param>
    /// <param name="received">Called for each push, in order, on the receiving loop.</param>
    public HubConnection(Type pushed, Type returned, Action<object?> received)
    {
        _binder = new(pushed, returned);
        _received = received;
    }

    /// <summary>Who connects: a key, unless another header says otherwise. By name; as many as are needed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string> { ["Authorization"] = MachineKey.Header.ToString() };

    /// <summary>Completes when the connection has ended, by whichever side.</summary>
    public Task Closed => _receiving;

    public async Task Connect(Uri server, string hubPath, CancellationToken token)
    {
        var address = new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = hubPath }.Uri;
        foreach (var (name, value) in Headers)
        {
            _socket.Options.SetRequestHeader(name, value);
        }

        await _socket.ConnectAsync(address, token);
        await Send(Encoding.UTF8.GetBytes($$"""{"protocol":"json","version":1}{{(char)RecordSeparator}}"""), token);
        await ReadHandshake(token);
        _receiving = Receive(_closing.Token);
    }

    /// <exception cref="HubException">The hub answered with an error.</exception>
    public async Task<object?> Call(string method, object?[] arguments, CancellationToken token)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        var answer = _calls.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await Send(Protocol.GetMessageBytes(new InvocationMessage(id, method, arguments)), token);
        return await answer.Task.WaitAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _socket.Abort();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task Send(ReadOnlyMemory<byte> bytes, CancellationToken token)
    {
        await _sending.WaitAsync(token);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadHandshake(CancellationToken token)
    {
        if (!await Fill(token))
        {
            throw new HubException("The server closed the connection before the handshake.");
        }

        var sequence = new ReadOnlySequence<byte>(_buffer.WrittenMemory);
        if (!HandshakeProtocol.TryParseResponseMessage(ref sequence, out var response) || response.Error is not null)
        {
            throw new HubException($"The handshake failed: {response?.Error ?? "no answer"}.");
        }

        Keep(sequence);
    }

    private async Task Receive(CancellationToken token)
    {
        try
        {
            do
            {
                var sequence = new ReadOnlySequence<byte>(_buffer.WrittenMemory);
                while (Protocol.TryParseMessage(ref sequence, _binder, out var message))
                {
                    await Handle(message, token);
                }

                Keep(sequence);
            }
            while (await Fill(token));
        }
        finally
        {
            foreach (var call in _calls.Values)
            {
                call.TrySetException(new HubException("The connection ended before the answer."));
            }
        }
    }

    private async Task Handle(HubMessage message, CancellationToken token)
    {
        switch (message)
        {
            case InvocationMessage pushed:
                _received(pushed.Arguments[0]);
                break;
            case CompletionMessage { Error: { } error, InvocationId: { } id } when _calls.TryRemove(id, out var call):
                call.TrySetException(new HubException(error));
                break;
            case CompletionMessage { InvocationId: { } id } completion when _calls.TryRemove(id, out var call):
                call.TrySetResult(completion.Result);
                break;
            case PingMessage:
                await Send(Protocol.GetMessageBytes(PingMessage.Instance), token);
                break;
        }
    }

    /// <summary>Reads what has come; false where the connection has ended.</summary>
    private async Task<bool> Fill(CancellationToken token)
    {
        var result = await _socket.ReceiveAsync(_buffer.GetMemory(16 * 1024), token);
        _buffer.Advance(result.Count);
        return result.MessageType != WebSocketMessageType.Close;
    }

    private void Keep(ReadOnlySequence<byte> rest)
    {
        var kept = rest.ToArray();
        _buffer.ResetWrittenCount();
        _buffer.Write(kept);
    }

    private static JsonHubProtocol CreateProtocol()
    {
        var options = new JsonHubProtocolOptions();
        DomainJson.Configure(options.PayloadSerializerOptions);
        return new(Options.Create(options));
    }

    private sealed class Binder(Type pushed, Type returned) : IInvocationBinder
    {
        public Type GetReturnType(string invocationId) => returned;

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [pushed];

        public Type GetStreamItemType(string streamId) => typeof(object);
    }
}

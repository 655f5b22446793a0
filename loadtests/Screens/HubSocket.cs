using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using MessagePack;

namespace CapacityBoard.Screens;

/// <summary>
/// A hub connection over a WebSocket, as a browser's, that hands its messages over as bytes. A generator of a thousand of them
/// must cost less than the server that it measures, which SignalR's own client does not.
/// </summary>
/// <param name="protocol">As the hub names it.</param>
internal sealed class HubSocket(Uri address, string protocol = "messagepack") : IAsyncDisposable
{
    private const byte JsonEnd = 0x1e;

    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);
    private static readonly byte[] MessagePackPing = [2, 0x91, 6];
    private static readonly byte[] JsonPing = [.. "{\"type\":6}"u8, JsonEnd];

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _ended = new();
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private Task _pinging = Task.CompletedTask;

    /// <param name="hub">The hub's path.</param>
    public async Task Open(string hub, string? authorization = null)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (authorization is not null)
        {
            _socket.Options.SetRequestHeader("Authorization", authorization);
        }

        await _socket.ConnectAsync(new UriBuilder(new Uri(address, hub)) { Scheme = "ws" }.Uri, _ended.Token);
        await _socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"protocol":"{{protocol}}","version":1}{{'\u001e'}}"""), WebSocketMessageType.Text, endOfMessage: true, _ended.Token);
        await TakeHandshake();
        _pinging = KeepOpen();
    }

    /// <summary>Calls a method of the hub, which answers with a completion.</summary>
    /// <param name="arguments">Texts, whole numbers and nulls.</param>
    public async Task Invoke(string method, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        WriteInvocation(body, method, arguments);
        await _socket.SendAsync(Framed(body.WrittenSpan), WebSocketMessageType.Binary, endOfMessage: true, _ended.Token);
    }

    /// <summary>Waits for more; false once the connection has ended.</summary>
    public async Task<bool> Receive()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _end * 2);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end), _ended.Token);
        _end += received.Count;
        return received.MessageType != WebSocketMessageType.Close;
    }

    /// <summary>Takes one message off what was received; false if it is not all there yet. Valid until more is received.</summary>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        var received = _buffer.AsMemory(_start, _end - _start);
        if (protocol == "json")
        {
            return TryTake(received, length: received.Span.IndexOf(JsonEnd), before: 0, after: 1, out message);
        }

        var (length, at, shift) = (0, 0, 0);
        while (at < received.Length)
        {
            var part = received.Span[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
            if (part < 0x80)
            {
                return TryTake(received, length, before: at, after: 0, out message);
            }
        }

        return TryTake(received, length: -1, before: 0, after: 0, out message);
    }

    private bool TryTake(ReadOnlyMemory<byte> received, int length, int before, int after, out ReadOnlyMemory<byte> message)
    {
        var isWhole = length >= 0 && before + length + after <= received.Length;
        message = isWhole ? received.Slice(before, length) : default;
        _start += isWhole ? before + length + after : 0;
        return isWhole;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _ended.Dispose();
    }

    /// <summary>The answer to the handshake is JSON, whatever follows.</summary>
    private async Task TakeHandshake()
    {
        var length = -1;
        while (length < 0)
        {
            await Receive();
            length = _buffer.AsSpan(_start, _end - _start).IndexOf(JsonEnd);
        }

        _start += length + 1;
    }

    /// <summary>The server ends a connection that is silent for long.</summary>
    private async Task KeepOpen()
    {
        using var timer = new PeriodicTimer(BetweenPings);
        while (await timer.WaitForNextTickAsync(_ended.Token))
        {
            await _socket.SendAsync(protocol == "json" ? JsonPing : MessagePackPing, protocol == "json" ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, _ended.Token);
        }
    }

    private static void WriteInvocation(IBufferWriter<byte> output, string method, object?[] arguments)
    {
        const int invocation = 1;
        var writer = new MessagePackWriter(output);
        writer.WriteArrayHeader(6);
        writer.Write(invocation);
        writer.WriteMapHeader(0);
        writer.Write("1");
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument is long number)
            {
                writer.Write(number);
            }
            else
            {
                writer.Write((string?)argument);
            }
        }

        writer.WriteArrayHeader(0);
        writer.Flush();
    }

    private static byte[] Framed(ReadOnlySpan<byte> message) =>
        message.Length < 0x80 ? [(byte)message.Length, .. message] : [(byte)(message.Length & 0x7f | 0x80), (byte)(message.Length >> 7), .. message];
}

using System.Net.WebSockets;
using System.Text;
using CapacityBoard.Api;
using CapacityBoard.Processes;

namespace CapacityBoard.Support;

/// <summary>A screen whose machine hangs: its connection stays open but it never reads what it is sent.</summary>
internal sealed class DeadScreen : IAsyncDisposable
{
    private const char RecordSeparator = (char)0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly string _locality;

    private DeadScreen(string locality) => _locality = locality;

    public static async Task<DeadScreen> Open(Uri server, string locality)
    {
        var screen = new DeadScreen(locality);
        screen._socket.Options.SetRequestHeader("Authorization", MachineKey.Header.ToString());
        await screen._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = ProgramPaths.Hub }.Uri, CancellationToken.None);
        await screen.Send("""{"protocol":"json","version":1}""");
        var answer = await screen._socket.ReceiveAsync(new byte[64], CancellationToken.None).Within("the handshake is answered");
        answer.MessageType.ShouldBe(WebSocketMessageType.Text);
        return screen;
    }

    /// <summary>
    /// Asks for the whole board repeatedly without reading an answer, until the server's buffers are full: the server then reads
    /// no more requests and sending one blocks.
    /// </summary>
    public async Task AskUntilNothingMoves()
    {
        var question = string.Concat(Enumerable.Range(0, 200).Select(number =>
            $$"""{"type":1,"invocationId":"{{number}}","target":"Watch","arguments":["{{_locality}}",null,null]}{{RecordSeparator}}"""));
        for (var sent = 0; sent < 10_000; sent++)
        {
            var sending = Send(question);
            if (await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1))) != sending)
            {
                return;
            }

            await sending;
        }

        throw new TimeoutException("The server took in every question.");
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(string messages) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(messages.EndsWith(RecordSeparator) ? messages : messages + RecordSeparator), WebSocketMessageType.Text, true, CancellationToken.None);
}

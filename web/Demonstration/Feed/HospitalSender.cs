using System.Net;
using System.Net.Sockets;
using CapacityBoard.Interop.Hl7;
using CapacityBoard.Interop.Mllp;

namespace CapacityBoard.Demonstration.Feed;

/// <summary>Sends messages one after the other, each until it is answered: a listener that is away delays them, and loses none.</summary>
internal sealed class HospitalSender(IPEndPoint to, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);

    private MllpClient? _connection;

    /// <returns>MSA-1.</returns>
    public async Task<string> Send(ReadOnlyMemory<byte> message, CancellationToken token)
    {
        while (true)
        {
            try
            {
                _connection ??= await Connect(token);
                if (Hl7Message.TryRead(await _connection.Send(message, token), out var answer, out _) && answer.First("MSA")[1].Component(1) is { Length: > 0 } code && code != nameof(AcknowledgementCode.AR))
                {
                    return code;
                }
            }
            catch (Exception away) when (away is IOException or SocketException)
            {
                _connection?.Dispose();
                _connection = null;
            }

            await Task.Delay(BetweenAttempts, clock, token);
        }
    }

    public void Dispose() => _connection?.Dispose();

    private async Task<MllpClient> Connect(CancellationToken token)
    {
        var connection = new MllpClient();
        try
        {
            await connection.Connect(to, token);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

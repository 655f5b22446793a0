using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Interop.Mllp;

/// <summary>The sending end of a connection. One message at a time.</summary>
internal sealed class MllpClient : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private NetworkStream? _stream;
    private PipeReader? _reader;

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public async Task Connect(IPEndPoint to, CancellationToken token)
    {
        await _client.ConnectAsync(to, token);
        _stream = _client.GetStream();
        _reader = PipeReader.Create(_stream);
    }

    /// <summary>Sends a message and waits for its acknowledgement.</summary>
    /// <exception cref="IOException">The other end has closed: it may or may not have kept the message.</exception>
    public async Task<byte[]> Send(ReadOnlyMemory<byte> message, CancellationToken token)
    {
        var frame = new ArrayBufferWriter<byte>(message.Length + 3);
        MllpFrames.Write(frame, message.Span);
        await _stream!.WriteAsync(frame.WrittenMemory, token);
        while (true)
        {
            var read = await _reader!.ReadAsync(token);
            var buffer = read.Buffer;
            if (MllpFrames.TryTake(ref buffer, out var answer))
            {
                var bytes = answer.ToArray();
                _reader.AdvanceTo(buffer.Start);
                return bytes;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                throw new IOException("The other end closed the connection before it answered.");
            }
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _client.Dispose();
    }
}

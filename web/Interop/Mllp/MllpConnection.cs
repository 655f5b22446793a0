using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace CapacityBoard.Interop.Mllp;

/// <summary>
/// One sender's connection. Its messages are taken in their order and may overlap; each is answered, in the same order. When the program stops, those that
/// were taken are still answered.
/// </summary>
internal sealed class MllpConnection(Stream stream, IMllpReceiver receiver, MllpOptions options)
{
    /// <summary>A sender that does not wait for answers is read no further than so many messages ahead.</summary>
    private const int MostInFlight = 64;

    private readonly Channel<Task<ReadOnlyMemory<byte>>> _answers = Channel.CreateBounded<Task<ReadOnlyMemory<byte>>>(MostInFlight);

    /// <param name="stopping">Cancelled when no further message is to be taken.</param>
    public async Task Run(CancellationToken stopping)
    {
        var writing = Write();
        try
        {
            await Read(stopping);
        }
        finally
        {
            _answers.Writer.Complete();
            await writing;
        }
    }

    private async Task Read(CancellationToken stopping)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var isSkipping = false;
        while (true)
        {
            idle.CancelAfter(options.IdleFor);
            var read = await reader.ReadAsync(idle.Token);
            var buffer = read.Buffer;
            isSkipping = isSkipping && !IsSkipped(ref buffer);
            while (!isSkipping && MllpFrames.TryTake(ref buffer, out var message))
            {
                // The first await of the receiver may come late; the next message waits so long, which keeps the order.
                await _answers.Writer.WriteAsync(receiver.Receive(message.ToArray(), CancellationToken.None), CancellationToken.None);
            }

            if (!isSkipping && buffer.Length > options.MostBytes)
            {
                await _answers.Writer.WriteAsync(Task.FromResult(receiver.Refuse($"The message is longer than {options.MostBytes} bytes.")), CancellationToken.None);
                isSkipping = true;
            }

            reader.AdvanceTo(isSkipping ? buffer.End : buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>Skips the rest of a message that is too long.</summary>
    private static bool IsSkipped(ref ReadOnlySequence<byte> buffer)
    {
        var end = buffer.PositionOf(MllpFrames.End);
        buffer = end is { } position ? buffer.Slice(buffer.GetPosition(1, position)) : buffer.Slice(buffer.End);
        return end is not null;
    }

    private async Task Write()
    {
        var writer = PipeWriter.Create(stream, new(leaveOpen: true));
        try
        {
            await foreach (var answer in _answers.Reader.ReadAllAsync())
            {
                MllpFrames.Write(writer, (await answer).Span);
                if ((await writer.FlushAsync()).IsCompleted)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The sender has gone. What it sent is kept, and it will send again what was not answered.
        }
        finally
        {
            // Whoever still reads must not wait for room.
            await foreach (var answer in _answers.Reader.ReadAllAsync())
            {
                await answer.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}

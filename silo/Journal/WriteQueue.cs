using System.Threading.Channels;

namespace CapacityBoard.Journal;

/// <summary>Writes that wait for the one writer. Bounded: memory stays bounded however slow the disk.</summary>
internal sealed class WriteQueue<TWrite>
    where TWrite : PendingWrite
{
    /// <summary>The most that one transaction carries.</summary>
    public const int LargestBatch = 512;

    /// <summary>More than this and callers wait before they are taken in.</summary>
    private const int LongestQueue = 4096;

    private readonly Channel<TWrite> _channel = Channel.CreateBounded<TWrite>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true, AllowSynchronousContinuations = false });

    /// <summary>Hands a write over; completes once there is room for it, not once it is done.</summary>
    /// <exception cref="JournalUnavailableException">The server is stopping.</exception>
    public async ValueTask Enqueue(TWrite write, CancellationToken token)
    {
        try
        {
            await _channel.Writer.WriteAsync(write, token);
        }
        catch (ChannelClosedException)
        {
            throw new JournalUnavailableException("The server is stopping. Nothing was saved. Send it again when the server is running.");
        }
    }

    /// <summary>Waits for a write. False: the queue is closed and there are no more.</summary>
    public ValueTask<bool> WaitForMore() => _channel.Reader.WaitToReadAsync();

    public bool TryTake(out TWrite write) => _channel.Reader.TryRead(out write!);

    /// <summary>Takes no more in. False where it was closed before.</summary>
    public bool Close() => _channel.Writer.TryComplete();
}

using System.Threading.Channels;

namespace CapacityBoard.Journal;

/// <summary>Writes waiting for the single writer. The queue is bounded, so that memory stays bounded however slow the disk.</summary>
internal sealed class WriteQueue<TWrite>
    where TWrite : PendingWrite
{
    /// <summary>The most writes in one transaction.</summary>
    public const int LargestBatch = 512;

    /// <summary>When this many wait, further callers wait for room.</summary>
    private const int LongestQueue = 4096;

    private readonly Channel<TWrite> _channel = Channel.CreateBounded<TWrite>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true, AllowSynchronousContinuations = false });

    /// <summary>Hands over a write; completes once there is room for it, not once it is done.</summary>
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

    /// <summary>Waits for a write. False if the queue is closed and empty.</summary>
    public ValueTask<bool> WaitForMore() => _channel.Reader.WaitToReadAsync();

    public bool TryTake(out TWrite write) => _channel.Reader.TryRead(out write!);

    /// <summary>Accepts no more writes. False if it was already closed.</summary>
    public bool Close() => _channel.Writer.TryComplete();
}

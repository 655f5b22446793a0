using CapacityBoard.Interop.Hl7;
using CapacityBoard.Interop.Mllp;

namespace CapacityBoard.Feeds;

/// <summary>Messages that come by MLLP: the hospital is the one whose sending application and facility they have.</summary>
internal sealed class MllpFeeds(FeedReceiver receiver, TimeProvider clock) : IMllpReceiver
{
    public Task<ReadOnlyMemory<byte>> Receive(ReadOnlyMemory<byte> message, CancellationToken token) => receiver.Receive(message, null, token);

    public ReadOnlyMemory<byte> Refuse(string problem) => Hl7Acknowledgement.OfUnreadable(problem, clock.GetUtcNow());
}

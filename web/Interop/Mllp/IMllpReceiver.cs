namespace CapacityBoard.Interop.Mllp;

/// <summary>Takes the messages that come by MLLP.</summary>
internal interface IMllpReceiver
{
    /// <summary>Takes one message and returns its acknowledgement. A sender's next message may come before that.</summary>
    Task<ReadOnlyMemory<byte>> Receive(ReadOnlyMemory<byte> message, CancellationToken token);

    /// <summary>The answer to a message that was too long to be read.</summary>
    ReadOnlyMemory<byte> Refuse(string problem);
}

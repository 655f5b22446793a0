using System.Buffers;

namespace CapacityBoard.Interop.Mllp;

/// <summary>The frames of the minimal lower layer protocol: a vertical tab, the message, a file separator and a carriage return.</summary>
internal static class MllpFrames
{
    public const byte Start = 0x0B;
    public const byte End = 0x1C;
    public const byte Return = 0x0D;

    /// <summary>Takes the next whole message off a buffer. What stands between frames is skipped.</summary>
    /// <returns>False if more bytes are needed.</returns>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> message)
    {
        message = default;
        if (buffer.PositionOf(Start) is not { } start)
        {
            buffer = buffer.Slice(buffer.End);
            return false;
        }

        buffer = buffer.Slice(start);
        var content = buffer.Slice(1);
        if (content.PositionOf(End) is not { } end)
        {
            return false;
        }

        message = content.Slice(0, end);
        buffer = content.Slice(content.GetPosition(1, end));
        return true;
    }

    public static void Write(IBufferWriter<byte> to, ReadOnlySpan<byte> message)
    {
        to.Write([Start]);
        to.Write(message);
        to.Write([End, Return]);
    }
}

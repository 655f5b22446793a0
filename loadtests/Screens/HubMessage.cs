using MessagePack;

namespace CapacityBoard.Screens;

/// <summary>SignalR's messages as MessagePack.</summary>
internal static class HubMessage
{
    private const int Invocation = 1;
    private const int Completion = 3;

    /// <param name="argument">At the push's first argument.</param>
    public static bool IsPush(ReadOnlyMemory<byte> message, out MessagePackReader argument)
    {
        argument = Begin(message, out var kind);
        if (kind != Invocation)
        {
            return false;
        }

        argument.Skip(3);
        argument.ReadArrayHeader();
        return true;
    }

    /// <param name="answer">At the result, or at the words of the error.</param>
    public static bool IsAnswer(ReadOnlyMemory<byte> message, out MessagePackReader answer, out bool isError)
    {
        const int error = 1;
        answer = Begin(message, out var kind);
        isError = false;
        if (kind != Completion)
        {
            return false;
        }

        answer.Skip(2);
        isError = answer.ReadInt32() == error;
        return true;
    }

    public static void Skip(this ref MessagePackReader reader, int count)
    {
        for (var skipped = 0; skipped < count; skipped++)
        {
            reader.Skip();
        }
    }

    private static MessagePackReader Begin(ReadOnlyMemory<byte> message, out int kind)
    {
        var reader = new MessagePackReader(message);
        reader.ReadArrayHeader();
        kind = reader.ReadInt32();
        return reader;
    }
}

using System.Text;

namespace CapacityBoard.Support;

/// <summary>One field of a protobuf message, as encoded on the wire.</summary>
public sealed record ProtobufField(int Number, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public string Hex => Convert.ToHexStringLower(Bytes);

    /// <summary>The fields of the message embedded in this one.</summary>
    public IEnumerable<ProtobufField> Fields => Read(Bytes);

    public static IEnumerable<ProtobufField> Read(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var (key, length) = (ReadNumber(message, ref at), 0);
            var begun = at;
            switch (key & 7)
            {
                case 0:
                    ReadNumber(message, ref at);
                    length = at - begun;
                    break;
                case 1:
                    length = 8;
                    break;
                case 2:
                    length = (int)ReadNumber(message, ref at);
                    begun = at;
                    break;
                case 5:
                    length = 4;
                    break;
                default:
                    throw new FormatException($"No field can begin at {begun}.");
            }

            yield return new((int)(key >> 3), message[begun..(begun + length)]);
            at = begun + length;
        }
    }

    private static ulong ReadNumber(byte[] message, ref int at)
    {
        var (number, shift) = (0UL, 0);
        while (true)
        {
            var next = message[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }

            shift += 7;
        }
    }
}

using MessagePack;
using MessagePack.Formatters;

namespace CapacityBoard.Board;

/// <summary>Times in what browsers send: milliseconds since 1970, as in what they are sent.</summary>
internal sealed class InstantFormatter : IMessagePackFormatter<DateTimeOffset?>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public void Serialize(ref MessagePackWriter writer, DateTimeOffset? at, MessagePackSerializerOptions options) => writer.WriteInstant(at);

    public DateTimeOffset? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var milliseconds = reader.ReadInt64();
        return milliseconds >= Earliest && milliseconds <= Latest
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new MessagePackSerializationException($"{milliseconds} is not a time in milliseconds since 1970.");
    }
}

using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>How facts are stored: MessagePack, compressed, each site and text once.</summary>
internal static class FactCodec
{
    /// <summary>
    /// Names the form of what is stored. Increase it for a new kind of fact, or if entries give other facts than before: stored facts
    /// of other shapes are not read. A new property that comes last is no new shape.
    /// </summary>
    public const int Shape = 5;

    private static readonly MessagePackSerializerOptions Compressed =
        MessagePackSerializerOptions.Standard.WithCompression(MessagePackCompression.Lz4BlockArray);

    public static byte[] Write(IReadOnlyList<Fact> facts)
    {
        var formatter = new FactFormatter([]);
        var data = MessagePackSerializer.Serialize(facts, formatter.Options);
        return MessagePackSerializer.Serialize(new StoredFacts(formatter.Texts, data), Compressed);
    }

    /// <exception cref="InvalidDataException">The data is damaged or has another shape.</exception>
    public static IReadOnlyList<Fact> Read(ReadOnlyMemory<byte> stored)
    {
        try
        {
            if (MessagePackSerializer.Deserialize<StoredFacts?>(stored, Compressed) is { Texts: { } texts, Facts: var data }
                && MessagePackSerializer.Deserialize<Fact?[]>(data, new FactFormatter(texts).Options) is { } facts
                && Array.TrueForAll(facts, fact => fact is not null))
            {
                return facts!;
            }
        }
        catch (MessagePackSerializationException damaged)
        {
            throw new InvalidDataException("These facts cannot be read.", damaged);
        }

        throw new InvalidDataException("Some of these facts are of a kind that this version does not know.");
    }
}

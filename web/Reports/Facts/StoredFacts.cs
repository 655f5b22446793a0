using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <param name="Texts">Sites' keys, references and other texts, to which facts refer by their number.</param>
[MessagePackObject]
public sealed record StoredFacts([property: Key(0)] IReadOnlyList<string> Texts, [property: Key(1)] ReadOnlyMemory<byte> Facts);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace CapacityBoard.Journal;

/// <summary>Reads and writes instants as <see cref="Instants"/> does.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Instants.TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("Not a time: give it with a time zone, such as 2026-01-31T17:30:00Z or 2026-07-31T17:30:00+01:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.ToText(value));
}

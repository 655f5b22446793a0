using System.Text.Json;
using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>Reads and writes code lists as their codes. An unknown code is refused with a list of the allowed ones.</summary>
internal sealed class CodeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class CodeConverter<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Codes.TryParse<TEnum>(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"Not a known code. Allowed: {Codes.Allowed<TEnum>()}.");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Codes.Of(value));
    }
}

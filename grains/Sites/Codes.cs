using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CapacityBoard.Sites;

/// <summary>The codes of code lists in JSON, messages and addresses: <c>general-nursing</c>, <c>75-84</c>.</summary>
public static class Codes
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names[value];

    public static bool TryParse<TEnum>(string? code, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return code is not null && Table<TEnum>.Values.TryGetValue(code, out value);
    }

    /// <summary>The value itself; where a node of an older release sent a number that is no longer used, what it became.</summary>
    public static TEnum Current<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Former.GetValueOrDefault(value, value);

    /// <summary>All codes of the list in order, for the end of a sentence: <c>a, b, c</c>.</summary>
    public static string Allowed<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, TEnum> Former = Enum.GetValues<TEnum>().Where(value => FormerOf(value)?.Number >= 0)
            .ToFrozenDictionary(value => (TEnum)Enum.ToObject(typeof(TEnum), FormerOf(value)!.Number));

        public static readonly FrozenDictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().Select(value => (Number: value, Value: value)).Concat(Former.Select(pair => (Number: pair.Key, pair.Value)))
                .ToFrozenDictionary(pair => pair.Number, pair => NameOf(pair.Value));

        public static readonly FrozenDictionary<string, TEnum> Values =
            Enum.GetValues<TEnum>().SelectMany(value => (FormerOf(value)?.Codes ?? []).Append(NameOf(value)), (value, code) => (code, value))
                .ToFrozenDictionary(pair => pair.code, pair => pair.value, StringComparer.Ordinal);

        private static string NameOf(TEnum value) =>
            FieldOf(value).GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

        private static FormerCodesAttribute? FormerOf(TEnum value) => FieldOf(value).GetCustomAttribute<FormerCodesAttribute>();

        private static FieldInfo FieldOf(TEnum value) => typeof(TEnum).GetField(value.ToString())!;
    }
}

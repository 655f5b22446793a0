using System.Collections.Immutable;
using System.Text.Json;
using CapacityBoard.Journal;
using MessagePack;

namespace CapacityBoard.Board;

/// <summary>How values of the board stand in MessagePack; what is null is nil.</summary>
internal static class WireWriting
{
    public delegate void WriteValue<T>(ref MessagePackWriter writer, T value);

    /// <summary>Times are in milliseconds since 1970.</summary>
    public static void WriteInstant(this ref MessagePackWriter writer, DateTimeOffset? at) =>
        writer.WriteOrNil(at, static (ref writer, at) => writer.Write(at!.Value.ToUnixTimeMilliseconds()));

    public static void WriteNumber(this ref MessagePackWriter writer, double? number) =>
        writer.WriteOrNil(number, static (ref writer, number) => writer.Write(number!.Value));

    public static void WriteNumbers(this ref MessagePackWriter writer, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }

    /// <summary>What is rarely sent goes as JSON.</summary>
    public static void WriteJson(this ref MessagePackWriter writer, object? value) =>
        writer.Write(value is null ? null : JsonSerializer.Serialize(value, DomainJson.Options));

    public static void WriteAll<T>(this ref MessagePackWriter writer, ImmutableArray<T> values, WriteValue<T> write)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values)
        {
            write(ref writer, value);
        }
    }

    public static void WriteOrNil<T>(this ref MessagePackWriter writer, T? value, WriteValue<T> write)
    {
        if (value is null)
        {
            writer.WriteNil();
        }
        else
        {
            write(ref writer, value);
        }
    }
}

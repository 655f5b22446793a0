using Npgsql;
using NpgsqlTypes;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Parameters of the types that the tables have.</summary>
internal static class PostgresParameters
{
    public static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Time(DateTimeOffset? value) =>
        new() { Value = value?.ToUniversalTime() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter<int> Integer(int value) => new() { TypedValue = value };

    public static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    public static NpgsqlParameter<byte[]> Bytes(byte[] value) => new() { TypedValue = value };

    public static NpgsqlParameter<TValue[]> Each<TSource, TValue>(IEnumerable<TSource> of, Func<TSource, TValue> value) =>
        new() { TypedValue = [.. of.Select(value)] };
}

using CapacityBoard.Sites;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// How the values of a list of facts are written so that they are short: texts as numbers, and times by their distance from the entry's,
/// which is itself written by its distance from the entry before it. It writes or reads one list, from the first fact to the last.
/// </summary>
internal sealed class FactFormatter :
    IFormatterResolver,
    IMessagePackFormatter<Recorded>,
    IMessagePackFormatter<string?>,
    IMessagePackFormatter<SiteKey?>,
    IMessagePackFormatter<DateTimeOffset>,
    IMessagePackFormatter<DateTimeOffset?>,
    IMessagePackFormatter<DateOnly>
{
    private readonly List<string> _texts;
    private readonly List<SiteKey?> _sites;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private long _position;
    private DateTimeOffset _at = DateTimeOffset.UnixEpoch;
    private Recorded? _last;

    /// <param name="texts">The texts by their numbers; empty to write.</param>
    public FactFormatter(IReadOnlyList<string> texts)
    {
        _texts = [.. texts];
        _sites = [.. texts.Select(_ => (SiteKey?)null)];
        Options = MessagePackSerializerOptions.Standard.WithResolver(this);
    }

    public IReadOnlyList<string> Texts => _texts;

    public MessagePackSerializerOptions Options { get; }

    public IMessagePackFormatter<T>? GetFormatter<T>() => this as IMessagePackFormatter<T> ?? StandardResolver.Instance.GetFormatter<T>();

    /// <summary>Nil for a fact of the same entry as the fact before.</summary>
    public void Serialize(ref MessagePackWriter writer, Recorded value, MessagePackSerializerOptions options)
    {
        if (value == _last)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(3);
        writer.Write(value.Position - _position);
        Serialize(ref writer, value.At, options);
        Serialize(ref writer, value.Site, options);
        GoOn(value);
    }

    Recorded IMessagePackFormatter<Recorded>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil() && _last is not null)
        {
            return _last;
        }

        reader.ReadArrayHeader();
        return GoOn(new(_position + reader.ReadInt64(), ReadInstant(ref reader), ReadSite(ref reader)!));
    }

    public void Serialize(ref MessagePackWriter writer, string? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        if (!_numbers.TryGetValue(value, out var number))
        {
            number = _texts.Count;
            _numbers.Add(value, number);
            _texts.Add(value);
        }

        writer.Write(number);
    }

    string? IMessagePackFormatter<string?>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.TryReadNil() ? null : _texts[reader.ReadInt32()];

    public void Serialize(ref MessagePackWriter writer, SiteKey? value, MessagePackSerializerOptions options) => Serialize(ref writer, value?.Value, options);

    SiteKey? IMessagePackFormatter<SiteKey?>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => ReadSite(ref reader);

    /// <summary>Whole milliseconds, as a number; any other time, which no journal has for an entry, as MessagePack's own.</summary>
    public void Serialize(ref MessagePackWriter writer, DateTimeOffset value, MessagePackSerializerOptions options)
    {
        var (milliseconds, rest) = Math.DivRem((value - _at).Ticks, TimeSpan.TicksPerMillisecond);
        if (rest == 0)
        {
            writer.Write(milliseconds);
        }
        else
        {
            writer.Write(value.UtcDateTime);
        }
    }

    DateTimeOffset IMessagePackFormatter<DateTimeOffset>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => ReadInstant(ref reader);

    public void Serialize(ref MessagePackWriter writer, DateTimeOffset? value, MessagePackSerializerOptions options)
    {
        if (value is { } at)
        {
            Serialize(ref writer, at, options);
        }
        else
        {
            writer.WriteNil();
        }
    }

    DateTimeOffset? IMessagePackFormatter<DateTimeOffset?>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.TryReadNil() ? null : ReadInstant(ref reader);

    public void Serialize(ref MessagePackWriter writer, DateOnly value, MessagePackSerializerOptions options) => writer.Write(value.DayNumber - DayOfEntry());

    DateOnly IMessagePackFormatter<DateOnly>.Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        DateOnly.FromDayNumber(DayOfEntry() + reader.ReadInt32());

    private Recorded GoOn(Recorded value)
    {
        (_position, _at, _last) = (value.Position, value.At, value);
        return value;
    }

    private int DayOfEntry() => DateOnly.FromDateTime(_at.UtcDateTime).DayNumber;

    private DateTimeOffset ReadInstant(ref MessagePackReader reader) => reader.NextMessagePackType == MessagePackType.Extension
        ? new(reader.ReadDateTime(), TimeSpan.Zero)
        : _at.AddTicks(reader.ReadInt64() * TimeSpan.TicksPerMillisecond);

    private SiteKey? ReadSite(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var number = reader.ReadInt32();
        return _sites[number] ??= SiteKey.Parse(_texts[number]);
    }
}

using CapacityBoard.Board;
using MessagePack;

namespace CapacityBoard.Support;

/// <summary>What a browser keeps of the updates it was sent as MessagePack: whatever an update leaves out, it has from before.</summary>
internal sealed class WireCopy
{
    private readonly SortedDictionary<string, object?[]> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _details = [];
    private object?[] _rest = [];

    public static byte[] Bytes(BoardUpdate update)
    {
        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        var messages = new MessagePackWriter(writer);
        new BoardUpdateFormatter().Serialize(ref messages, update, MessagePackSerializerOptions.Standard);
        messages.Flush();
        return writer.WrittenSpan.ToArray();
    }

    public void Take(BoardUpdate update)
    {
        var sent = MessagePackSerializer.Deserialize<object?[]>(Bytes(update));
        if (update.From == 0)
        {
            _rows.Clear();
        }

        foreach (var row in ((object?[])sent[4]!).Cast<object?[]>())
        {
            TakeRow((string)row[0]!, row);
        }

        var isAll = sent[11] is not null;
        (isAll || _rest.Length > 0).ShouldBeTrue("An update follows one that this screen never had");
        _rest = isAll ? sent[5..] : [Merged(_rest[0], sent[5]), Merged(_rest[1], sent[6]), sent[7] ?? _rest[2], sent[8], sent[9] ?? _rest[4], sent[10], _rest[6]];
    }

    public void ShouldShow(WireCopy other) => Text().ShouldBe(other.Text());

    private void TakeRow(string site, object?[] row)
    {
        const int details = 1;
        const int closed = 8;
        if (row[details] is { } given)
        {
            _details[site] = given;
        }

        if (row[closed] is null)
        {
            row[details] = _details.GetValueOrDefault(site).ShouldNotBeNull($"{site} came without its details");
            _rows[site] = row;
        }
        else
        {
            _rows.Remove(site);
        }
    }

    /// <summary>Totals, each of which begins with its key.</summary>
    private static object?[] Merged(object? before, object? changed) =>
        [.. ((object?[])before!).Select(total => ((object?[])changed!).FirstOrDefault(each => ((object?[])each!)[0]!.Equals(((object?[])total!)[0])) ?? total)];

    private string Text() => MessagePackSerializer.ConvertToJson(MessagePackSerializer.Serialize<object?>(new object?[] { _rows.Values.ToArray(), _rest }));
}

using System.Buffers.Text;
using CapacityBoard.Scenarios;
using CapacityBoard.Screens;

namespace CapacityBoard.Floors;

/// <summary>A screen of the <see cref="PlainBoard"/>.</summary>
internal sealed class PlainScreen(Uri server, Sent sent) : Screen(server, sent, "json")
{
    public override Task Watch() => Open(PlainBoard.Path);

    protected override void Receive(ReadOnlyMemory<byte> message, long now)
    {
        var found = message.Span.IndexOf("\"declaredBy\":\""u8);
        if (found >= 0 && Utf8Parser.TryParse(message.Span[(found + "\"declaredBy\":\"".Length)..], out int update, out _))
        {
            NotePush(message.Length);
            Note(update % LoadHomes.Town.Count, update, now);
        }
    }
}

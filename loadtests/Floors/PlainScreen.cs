using System.Buffers.Text;
using CapacityBoard.Scenarios;
using CapacityBoard.Screens;

namespace CapacityBoard.Floors;

/// <summary>A screen of the <see cref="PlainBoard"/>.</summary>
internal sealed class PlainScreen(Uri server, Sent sent) : Screen(server, sent, "json")
{
    public override Task Watch() => Open(PlainBoard.Path);

    protected override void Receive(ReadOnlyMemory<byte> received, long now)
    {
        var rest = received.Span;
        while (rest.IndexOf("\"declaredBy\":\""u8) is >= 0 and var found)
        {
            rest = rest[(found + "\"declaredBy\":\"".Length)..];
            if (Utf8Parser.TryParse(rest, out int update, out _))
            {
                NotePush(received.Length);
                Note(update % LoadHomes.Town.Count, update, now);
            }
        }
    }
}

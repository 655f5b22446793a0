using System.Buffers.Binary;
using CapacityBoard.Scenarios;
using CapacityBoard.Screens;
using MessagePack;

namespace CapacityBoard.Floors;

/// <summary>A screen of the <see cref="BareHub"/>.</summary>
internal sealed class BareScreen(Uri server) : Screen(server, new Sent(sites: 1, updates: 0))
{
    public override Task Watch() => Open(BareHub.Path);

    protected override void Receive(ReadOnlyMemory<byte> message, long now)
    {
        const int partsOfAnInvocation = 6;
        var reader = new MessagePackReader(message);
        if (reader.ReadArrayHeader() != partsOfAnInvocation)
        {
            return;
        }

        for (var skipped = 0; skipped < 4; skipped++)
        {
            reader.Skip();
        }

        reader.ReadArrayHeader();
        Note(BinaryPrimitives.ReadInt64LittleEndian(reader.ReadBytes()!.Value.FirstSpan), now);
        NotePush(message.Length);
    }
}

using System.Buffers.Binary;
using CapacityBoard.Scenarios;
using CapacityBoard.Screens;

namespace CapacityBoard.Floors;

/// <summary>A screen of the <see cref="BareHub"/>.</summary>
internal sealed class BareScreen(Uri server) : Screen(server, new Sent(sites: 1, updates: 0))
{
    public override Task Watch() => Open(BareHub.Path);

    protected override void Receive(ReadOnlyMemory<byte> message, long now)
    {
        if (HubMessage.IsPush(message, out var push))
        {
            Note(BinaryPrimitives.ReadInt64LittleEndian(push.ReadBytes()!.Value.FirstSpan), now);
            NotePush(message.Length);
        }
    }
}

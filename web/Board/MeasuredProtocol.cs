using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CapacityBoard.Board;

/// <summary>Counts the bytes of pushes. A push to many screens is written once for each protocol.</summary>
internal sealed class MeasuredProtocol(IHubProtocol protocol, BoardMetrics metrics) : IHubProtocol
{
    public string Name => protocol.Name;

    public int Version => protocol.Version;

    public TransferFormat TransferFormat => protocol.TransferFormat;

    /// <summary>Wraps every protocol added before.</summary>
    public static void AddAround(IServiceCollection services)
    {
        foreach (var added in services.Where(service => service.ServiceType == typeof(IHubProtocol)).ToList())
        {
            services.Remove(added);
            services.AddSingleton<IHubProtocol>(provider => new MeasuredProtocol(
                (IHubProtocol)ActivatorUtilities.CreateInstance(provider, added.ImplementationType!), provider.GetRequiredService<BoardMetrics>()));
        }
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var bytes = protocol.GetMessageBytes(message);
        if (message is InvocationMessage { Target: BoardHub.Changed })
        {
            metrics.PushWritten(bytes.Length);
        }

        return bytes;
    }

    public bool IsVersionSupported(int version) => protocol.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        protocol.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => protocol.WriteMessage(message, output);
}

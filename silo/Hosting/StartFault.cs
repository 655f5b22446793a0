using System.Net.Sockets;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using Microsoft.Extensions.Options;
using Orleans.Runtime.MembershipService;

namespace CapacityBoard.Hosting;

/// <summary>Faults at a start that a person can fix, explained in a sentence without a stack trace.</summary>
internal static class StartFault
{
    public static string? Explain(Exception exception) => exception switch
    {
        JournalUnavailableException or JournalDamagedException or GrainsUnavailableException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        InvalidOperationException { InnerException: FormatException } misread => misread.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } inUse =>
            $"{inUse.Message} Another program is using this address. Stop it, or choose another address with --urls.",
        SocketException socket => $"The server cannot listen: {socket.Message}. Choose another address with --urls. A silo's own ports are Cluster:SiloPort and Cluster:GatewayPort.",
        TypeInitializationException { InnerException: TimeZoneNotFoundException } =>
            "This machine has no time zone Europe/London. Install the package tzdata, then start again.",
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        OrleansClusterConnectivityCheckFailedException unreachable =>
            $"The silos of this cluster cannot be reached. Each needs a Cluster:AdvertisedAddress that the others can reach and a certificate that they accept. {unreachable.Message}",
        OrleansConfigurationException wrong => $"Orleans cannot start with these settings: {wrong.Message}",
        _ => null,
    };
}

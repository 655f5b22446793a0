using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Access.Audit;

internal static class Addresses
{
    /// <summary>An address as it stands in the access log: IPv4 as such, also where it came as IPv6.</summary>
    public static string TextOf(IPAddress? address) => address switch
    {
        null => "not known",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };

    /// <summary>Whose an address is, as far as it tells: of IPv6 the network, since a household has 2^64 addresses in one.</summary>
    public static string OwnerOf(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? $"{new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]])}/64"
        : TextOf(address);
}

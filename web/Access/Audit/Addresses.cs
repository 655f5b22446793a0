using System.Net;
using System.Net.Sockets;

namespace CapacityBoard.Access.Audit;

internal static class Addresses
{
    /// <summary>An address as written in the access log. IPv4 is written as IPv4 even if it arrived mapped to IPv6.</summary>
    public static string TextOf(IPAddress? address) => address switch
    {
        null => "not known",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };

    /// <summary>
    /// The owner of an address, as far as it shows: for IPv6 its network, since one household has 2^64 addresses.
    /// </summary>
    public static string OwnerOf(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? $"{new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]])}/64"
        : TextOf(address);
}

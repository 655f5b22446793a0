using System.Net;

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
}

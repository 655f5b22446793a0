using System.Net;

namespace CapacityBoard.Interop.Mllp;

/// <summary>Where hospitals' systems send HL7 messages by MLLP. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class MllpOptions
{
    public const string Section = "Mllp";

    /// <summary>An address and port: <c>127.0.0.1:2575</c>. Null for no listener.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The listener's certificate and key, a PFX file. Needed on an address that other machines reach.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>The authority that issued the senders' certificates, a PEM file. If set, a sender must show one. Needed on an address that other machines reach.</summary>
    public string? ClientAuthority { get; set; }

    /// <summary>Senders' addresses or networks: <c>10.20.0.0/16</c>. Empty for any.</summary>
    public string[] AllowedAddresses { get; set; } = [];

    /// <summary>The longest message, in bytes.</summary>
    public int MostBytes { get; set; } = 1024 * 1024;

    public int MostConnections { get; set; } = 64;

    /// <summary>A connection on which nothing comes for so long is closed.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(30);

    public static void Add(IServiceCollection services) => services.AddOptions<MllpOptions>()
        .BindConfiguration(Section)
        .Validate(each => each.Endpoint is null || IPEndPoint.TryParse(each.Endpoint, out _), $"{Section}:{nameof(Endpoint)} is not an address and port. Write it as 127.0.0.1:2575.")
        .Validate(
            each => each.ListenAt is not { } at || IPAddress.IsLoopback(at.Address) || each is { Certificate: not null, ClientAuthority: not null },
            $"{Section}:{nameof(Endpoint)} is an address that other machines reach. Set {Section}:{nameof(Certificate)} and {Section}:{nameof(ClientAuthority)}, or listen on 127.0.0.1.")
        .Validate(each => each.ClientAuthority is null || each.Certificate is not null, $"{Section}:{nameof(ClientAuthority)} needs {Section}:{nameof(Certificate)}.")
        .Validate(each => each.AllowedAddresses.All(address => TryNetwork(address, out _)), $"{Section}:{nameof(AllowedAddresses)} must be addresses or networks, such as 10.20.0.0/16.")
        .Validate(each => each.MostBytes is >= 1024 and <= 64 * 1024 * 1024, $"{Section}:{nameof(MostBytes)} must be from 1024 to 67108864.")
        .Validate(each => each.MostConnections is >= 1 and <= 10_000, $"{Section}:{nameof(MostConnections)} must be from 1 to 10000.")
        .Validate(each => each.IdleFor >= TimeSpan.FromSeconds(1) && each.IdleFor <= TimeSpan.FromDays(1), $"{Section}:{nameof(IdleFor)} must be from 00:00:01 to 1.00:00:00.")
        .ValidateOnStart();

    public IPEndPoint? ListenAt => Endpoint is not null && IPEndPoint.TryParse(Endpoint, out var at) ? at : null;

    public bool Allows(IPAddress address) =>
        AllowedAddresses.Length == 0 || AllowedAddresses.Any(each => TryNetwork(each, out var network) && network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    private static bool TryNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}

using System.Net;

namespace CapacityBoard.Hardening;

/// <summary>What protects this node from the network. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class HardeningOptions
{
    public const string Section = "Server";

    private const int Most = 1_000_000;

    /// <summary>
    /// The proxies and load balancers in front of this node, as addresses or networks (<c>10.0.0.7</c>, <c>10.1.0.0/16</c>). What
    /// they report about a request's origin and https is trusted. Those on this machine are always trusted.
    /// </summary>
    public IList<string> Proxies { get; set; } = [];

    public RequestLimitOptions Limits { get; set; } = new();

    public static void Add(IServiceCollection services) => services.AddOptions<HardeningOptions>()
        .BindConfiguration(Section)
        .Validate(options => options.Proxies.All(proxy => NetworkOf(proxy) is not null), $"{Section}:{nameof(Proxies)} must be addresses or networks, such as 10.0.0.7 or 10.1.0.0/16.")
        .Validate(options => options.Limits.All.All(limit => limit is >= 1 and <= Most), $"Every number in {Section}:{nameof(Limits)} must be from 1 to {Most}.")
        .ValidateOnStart();

    /// <summary>Null if the text is neither an address nor a network.</summary>
    public static IPNetwork? NetworkOf(string proxy) =>
        IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Limits on requests. Each is a sustained rate; a burst may be ten times that.</summary>
internal sealed class RequestLimitOptions
{
    /// <summary>
    /// Requests per second from one network address, from any sender. A whole hospital may be one address. Default 200.
    /// </summary>
    public int PerAddress { get; set; } = 200;

    /// <summary>Requests per second of one person, or of the screens of one wallboard link. Default 20.</summary>
    public int PerPerson { get; set; } = 20;

    /// <summary>Requests per second of one key. Default 100.</summary>
    public int PerKey { get; set; } = 100;

    /// <summary>
    /// Requests processed at the same time for one person, key or wallboard link; further ones wait. Anyone who asks for one
    /// costly report after another therefore gets only a share of the node. A key's commands are not included. Default 2.
    /// </summary>
    public int WorkedOnAtOnce { get; set; } = 2;

    /// <summary>Attempts to sign in or set a password, per minute and address. Default 20, without a higher burst.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Open connections from one network address that is not one of our proxies. Default 1,000.</summary>
    public int ConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>Open connections to the node. Default 20,000.</summary>
    public int Connections { get; set; } = 20_000;

    /// <summary>
    /// Calls per second on one hub connection, with bursts of ten times that; a connection that exceeds it is ended. Default 5.
    /// </summary>
    public int HubCalls { get; set; } = 5;

    /// <summary>Open screens of one person, key or wallboard link on a node. Default 100.</summary>
    public int ScreensPerCaller { get; set; } = 100;

    internal IEnumerable<int> All => [PerAddress, PerPerson, PerKey, WorkedOnAtOnce, SignInsPerMinute, ConnectionsPerAddress, Connections, HubCalls, ScreensPerCaller];
}

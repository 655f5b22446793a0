using System.Net;

namespace CapacityBoard.Hardening;

/// <summary>What protects this node from the network. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class HardeningOptions
{
    public const string Section = "Server";

    private const int Most = 1_000_000;

    /// <summary>
    /// The proxies and load balancers before this node, as addresses or networks (<c>10.0.0.7</c>, <c>10.1.0.0/16</c>): what
    /// they say of whom a request is from, and that it came by https, is believed. Those on this machine always are.
    /// </summary>
    public IList<string> Proxies { get; set; } = [];

    public RequestLimitOptions Limits { get; set; } = new();

    public static void Add(IServiceCollection services) => services.AddOptions<HardeningOptions>()
        .BindConfiguration(Section)
        .Validate(options => options.Proxies.All(proxy => NetworkOf(proxy) is not null), $"{Section}:{nameof(Proxies)} must be addresses or networks, such as 10.0.0.7 or 10.1.0.0/16.")
        .Validate(options => options.Limits.All.All(limit => limit is >= 1 and <= Most), $"Every number in {Section}:{nameof(Limits)} must be from 1 to {Most}.")
        .ValidateOnStart();

    /// <summary>Null where the text is neither an address nor a network.</summary>
    public static IPNetwork? NetworkOf(string proxy) =>
        IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>How much anybody may ask. Each is a rate that is borne for good, and ten times it at once.</summary>
internal sealed class RequestLimitOptions
{
    /// <summary>Requests a second from one network address, whoever sends them. A hospital may be one address. Default 200.</summary>
    public int PerAddress { get; set; } = 200;

    /// <summary>Requests a second of one person, or of the screens that one wallboard's link let in. Default 20.</summary>
    public int PerPerson { get; set; } = 20;

    /// <summary>Requests a second of one key. Default 100.</summary>
    public int PerKey { get; set; } = 100;

    /// <summary>
    /// Requests that are worked on at the same time for one person, key or wallboard's link; their next ones wait for these. So
    /// whoever asks for one costly report after another takes a share of the node and no more. A key's commands are not
    /// among them. Default 2.
    /// </summary>
    public int WorkedOnAtOnce { get; set; } = 2;

    /// <summary>Tries to sign in or to set a password, a minute and from one address. Default 20, and no more at once.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Open connections from one network address that is no proxy of ours. Default 1,000.</summary>
    public int ConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>Open connections of the node. Default 20,000.</summary>
    public int Connections { get; set; } = 20_000;

    /// <summary>Calls a second on one of the hub's connections, and ten times it at once; beyond that it is ended. Default 5.</summary>
    public int HubCalls { get; set; } = 5;

    /// <summary>Open screens of one person, key or wallboard link on a node. Default 100.</summary>
    public int ScreensPerCaller { get; set; } = 100;

    internal IEnumerable<int> All => [PerAddress, PerPerson, PerKey, WorkedOnAtOnce, SignInsPerMinute, ConnectionsPerAddress, Connections, HubCalls, ScreensPerCaller];
}

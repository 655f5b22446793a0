using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>
/// Reads and checks the cluster's settings. They are read before the host is built, since what is added to it depends
/// on them.
/// </summary>
internal static class ClusterConfiguration
{
    private static readonly TimeSpan ShortestResponse = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestResponse = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTrying = TimeSpan.FromMinutes(5);

    /// <exception cref="OptionsValidationException">A setting is wrong. Each failure says what to change.</exception>
    public static SiloClusterOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration.GetSection(SiloClusterOptions.Section));
        options.ConnectionString ??= configuration["Journal:ConnectionString"];
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? options : throw Invalid(failures);
    }

    private static SiloClusterOptions Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<SiloClusterOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw Invalid([unreadable.Message]);
        }
    }

    private static IEnumerable<string> Failures(SiloClusterOptions options)
    {
        var checks = new (bool IsWrong, string Message)[]
        {
            (options is { Membership: ClusterMembership.Localhost, HostsGrains: false },
                "Cluster:HostsGrains is false, and there is no silo to call without a cluster: name its PostgreSQL with Journal:ConnectionString."),
            (string.IsNullOrWhiteSpace(options.Id), "Cluster:Id is empty; name the cluster, as capacity-board."),
            (string.IsNullOrWhiteSpace(options.ServiceId), "Cluster:ServiceId is empty; name the service, as capacity-board."),
            (IsNoPort(options.SiloPort), "Cluster:SiloPort is no port; from 1 to 65535 is allowed."),
            (IsNoPort(options.GatewayPort), "Cluster:GatewayPort is no port; from 1 to 65535 is allowed."),
            (options.AdvertisedAddress is { } address && Uri.CheckHostName(address) == UriHostNameType.Unknown,
                $"Cluster:AdvertisedAddress '{options.AdvertisedAddress}' is no address; give this machine's IP address or host name."),
            (string.IsNullOrWhiteSpace(options.Certificate) != string.IsNullOrWhiteSpace(options.Authority),
                "Cluster:Certificate and Cluster:Authority need each other: name the PFX file of this member and the PEM file of its authority."),
            (options.ResponseTimeout < ShortestResponse || options.ResponseTimeout > LongestResponse,
                "Cluster:ResponseTimeout is how long one attempt at a call may take: from 00:00:01 to 00:01:00 is allowed."),
            (options.TryAgainFor < TimeSpan.Zero || options.TryAgainFor > LongestTrying,
                "Cluster:TryAgainFor is how long a call is tried again: from 00:00:00 to 00:05:00 is allowed."),
        };
        return checks.Where(check => check.IsWrong).Select(check => check.Message);
    }

    private static bool IsNoPort(int? port) => port is < 1 or > IPEndPoint.MaxPort;

    private static OptionsValidationException Invalid(IEnumerable<string> failures) =>
        new(SiloClusterOptions.Section, typeof(SiloClusterOptions), failures);
}

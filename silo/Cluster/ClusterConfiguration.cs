using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>
/// Reads and checks the cluster's settings. This happens before the host is built, because the settings decide what is
/// added to it.
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
                "Cluster:HostsGrains is false, but there is no cluster with a silo to call. Set its PostgreSQL with Journal:ConnectionString."),
            (string.IsNullOrWhiteSpace(options.Id), "Cluster:Id is empty. Name the cluster, for example capacity-board."),
            (string.IsNullOrWhiteSpace(options.ServiceId), "Cluster:ServiceId is empty. Name the service, for example capacity-board."),
            (IsNoPort(options.SiloPort), "Cluster:SiloPort is not a port. Use 1 to 65535."),
            (IsNoPort(options.GatewayPort), "Cluster:GatewayPort is not a port. Use 1 to 65535."),
            (options.AdvertisedAddress is { } address && Uri.CheckHostName(address) == UriHostNameType.Unknown,
                $"Cluster:AdvertisedAddress '{options.AdvertisedAddress}' is not an address. Give this machine's IP address or host name."),
            (string.IsNullOrWhiteSpace(options.Certificate) != string.IsNullOrWhiteSpace(options.Authority),
                "Set both Cluster:Certificate and Cluster:Authority: this member's PFX file and its authority's PEM file."),
            (options.ResponseTimeout < ShortestResponse || options.ResponseTimeout > LongestResponse,
                "Cluster:ResponseTimeout, how long one attempt at a call may take, must be from 00:00:01 to 00:01:00."),
            (options.TryAgainFor < TimeSpan.Zero || options.TryAgainFor > LongestTrying,
                "Cluster:TryAgainFor, how long a call is retried, must be from 00:00:00 to 00:05:00."),
        };
        return checks.Where(check => check.IsWrong).Select(check => check.Message);
    }

    private static bool IsNoPort(int? port) => port is < 1 or > IPEndPoint.MaxPort;

    private static OptionsValidationException Invalid(IEnumerable<string> failures) =>
        new(SiloClusterOptions.Section, typeof(SiloClusterOptions), failures);
}

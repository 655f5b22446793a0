using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

public sealed class ClusterConfigurationTests
{
    [Fact]
    public void GivenNoSetting_ThenOneProcessOnThisMachine()
    {
        var cluster = Read();

        (cluster.Membership, cluster.HostsGrains, cluster.Id, cluster.ServiceId).ShouldBe((ClusterMembership.Localhost, true, "capacity-board", "capacity-board"));
        (cluster.ResponseTimeout, cluster.TryAgainFor).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public void GivenJournalInPostgres_ThenTheSameDatabaseKeepsTheMembership()
    {
        var cluster = Read(("Journal:ConnectionString", "Host=db"));

        (cluster.Membership, cluster.ConnectionString, cluster.CreateSchema).ShouldBe((ClusterMembership.PostgreSql, "Host=db", true));
    }

    [Fact]
    public void GivenRedisBesideAJournalInPostgres_ThenRedisKeepsTheMembership() =>
        Read(("Cluster:Redis", "redis:6379"), ("Journal:ConnectionString", "Host=db")).Membership.ShouldBe(ClusterMembership.Redis);

    [Theory]
    [InlineData("HostsGrains", "false", "Cluster:HostsGrains is false, but there is no cluster with a silo to call. Set its PostgreSQL with Journal:ConnectionString.")]
    [InlineData("Certificate", "silo.pfx", "Set both Cluster:Certificate and Cluster:Authority: this member's PFX file and its authority's PEM file.")]
    [InlineData("Authority", "ca.pem", "Set both Cluster:Certificate and Cluster:Authority: this member's PFX file and its authority's PEM file.")]
    [InlineData("Id", " ", "Cluster:Id is empty. Name the cluster, for example capacity-board.")]
    [InlineData("ServiceId", "", "Cluster:ServiceId is empty. Name the service, for example capacity-board.")]
    [InlineData("SiloPort", "0", "Cluster:SiloPort is not a port. Use 1 to 65535.")]
    [InlineData("GatewayPort", "65536", "Cluster:GatewayPort is not a port. Use 1 to 65535.")]
    [InlineData("AdvertisedAddress", "not an address", "Cluster:AdvertisedAddress 'not an address' is not an address. Give this machine's IP address or host name.")]
    [InlineData("ResponseTimeout", "00:00:00.5", "Cluster:ResponseTimeout, how long one attempt at a call may take, must be from 00:00:01 to 00:01:00.")]
    [InlineData("TryAgainFor", "00:05:01", "Cluster:TryAgainFor, how long a call is retried, must be from 00:00:00 to 00:05:00.")]
    public void GivenWrongSetting_ThenSaysWhatIsAllowed(string name, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Read(($"Cluster:{name}", value))).Failures.ShouldBe([message]);

    [Theory]
    [InlineData("CreateSchema", "perhaps")]
    [InlineData("SiloPort", "many")]
    [InlineData("ResponseTimeout", "soon")]
    public void GivenSettingThatCannotBeRead_ThenSaysWhich(string name, string value) =>
        Should.Throw<OptionsValidationException>(() => Read(($"Cluster:{name}", value))).Message.ShouldContain($"Cluster:{name}");

    private static SiloClusterOptions Read(params (string Name, string Value)[] settings) => ClusterConfiguration.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build());
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Runtime.Orleans;

public sealed class ClusterConfigurationTests
{
    [Fact]
    public void GivenNoSettings_ThenOneProcessOnThisMachine()
    {
        var options = Read();

        (options.Membership, options.HostsGrains, options.SiloPort, options.GatewayPort).ShouldBe((ClusterMembership.Localhost, true, null, null));
        (options.Id, options.ServiceId).ShouldBe(("capacity-board", "capacity-board"));
        (options.ResponseTimeout, options.TryAgainFor).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public void GivenPostgreSqlWithoutConnection_ThenThatOfTheJournal() =>
        Read(("Cluster:Membership", "PostgreSql"), ("Journal:ConnectionString", "Host=db")).ConnectionString.ShouldBe("Host=db");

    [Fact]
    public void GivenConnectionOfItsOwn_ThenThat() => Read(
        ("Cluster:Membership", "PostgreSql"), ("Cluster:ConnectionString", "Host=other"), ("Journal:ConnectionString", "Host=db")).ConnectionString.ShouldBe("Host=other");

    [Theory]
    [InlineData("Membership", "Redis", "Cluster:Membership is Redis; say where it is with Cluster:Redis, as localhost:6379.")]
    [InlineData("Membership", "PostgreSql", "Cluster:Membership is PostgreSql; say where it is with Cluster:ConnectionString or Journal:ConnectionString.")]
    [InlineData("Membership", "7", "Cluster:Membership is unknown; Localhost, Redis and PostgreSql are allowed.")]
    [InlineData("Membership", "Consul", "Cluster:Membership is unknown; Localhost, Redis and PostgreSql are allowed.")]
    [InlineData("Id", " ", "Cluster:Id is empty; name the cluster, as capacity-board.")]
    [InlineData("ServiceId", "", "Cluster:ServiceId is empty; name the service, as capacity-board.")]
    [InlineData("SiloPort", "0", "Cluster:SiloPort is no port; from 1 to 65535 is allowed.")]
    [InlineData("GatewayPort", "65536", "Cluster:GatewayPort is no port; from 1 to 65535 is allowed.")]
    [InlineData("AdvertisedAddress", "no address", "Cluster:AdvertisedAddress 'no address' is no address; give this machine's IP address or host name.")]
    [InlineData("ResponseTimeout", "00:00:00.9", "Cluster:ResponseTimeout is how long one attempt at a call may take: from 00:00:01 to 00:01:00 is allowed.")]
    [InlineData("ResponseTimeout", "00:01:01", "Cluster:ResponseTimeout is how long one attempt at a call may take: from 00:00:01 to 00:01:00 is allowed.")]
    [InlineData("TryAgainFor", "00:05:01", "Cluster:TryAgainFor is how long a call is tried again: from 00:00:00 to 00:05:00 is allowed.")]
    public void GivenWrongSetting_ThenSaysWhatToChange(string name, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Read(($"Cluster:{name}", value))).Failures.ShouldBe([message]);

    [Fact]
    public void GivenSettingThatCannotBeRead_ThenNamesIt() =>
        Should.Throw<OptionsValidationException>(() => Read(("Cluster:SiloPort", "many"))).Failures.ShouldHaveSingleItem().ShouldContain("Cluster:SiloPort");

    private static SiloClusterOptions Read(params (string Name, string Value)[] settings) => ClusterConfiguration.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build());
}

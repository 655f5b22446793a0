using System.Net;
using System.Net.NetworkInformation;
using CapacityBoard.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CapacityBoard.Cluster;

/// <summary>Where a silo listens, and that it does so beyond this machine with certificates alone.</summary>
public sealed class SiloEndpointTests(Databases databases)
{
    private const string ThisMachine = "Host=localhost;Database=board";
    private const string Elsewhere = "Host=db;Database=board";

    [Fact]
    public void GivenNoDatabase_WhateverIsAdvertised_ThenTheLoopbackAddress() =>
        Endpoint(ClusterRole.WebWithGrains, ("AdvertisedAddress", "10.0.0.7")).AdvertisedIPAddress.ShouldBe(IPAddress.Loopback);

    [Theory]
    [InlineData("ConnectionString", ThisMachine)]
    [InlineData("ConnectionString", "Host=127.0.0.1:5433;Database=board")]
    [InlineData("ConnectionString", "Host=::1;Database=board")]
    [InlineData("ConnectionString", "Host=/var/run/postgresql;Database=board")]
    [InlineData("ConnectionString", "Host=localhost:5432,127.0.0.1:5433;Database=board")]
    [InlineData("Redis", "localhost:6379,password=secret")]
    public void GivenMembershipOnThisMachine_ThenTheLoopbackAddress(string setting, string store) =>
        Endpoint(ClusterRole.Silo, (setting, store)).AdvertisedIPAddress.ShouldBe(IPAddress.Loopback);

    [Theory]
    [InlineData("ConnectionString", Elsewhere)]
    [InlineData("ConnectionString", "Host=localhost,db;Database=board")]
    [InlineData("Redis", "redis:6379")]
    [InlineData("Redis", "10.0.0.9:6379")]
    public void GivenMembershipOnAnotherMachine_ThenWhatOrleansTakesAndTheUsualPorts(string setting, string store)
    {
        var silo = Endpoint(ClusterRole.Silo, (setting, store));

        (silo.AdvertisedIPAddress, silo.SiloPort, silo.GatewayPort).ShouldBe((null, 11111, 30000));
    }

    [Fact]
    public void GivenSeveralMembersOnThisMachine_ThenEachHasPortsOfItsOwn()
    {
        var silos = Enumerable.Range(0, 3).Select(_ => Endpoint(ClusterRole.Silo, ("ConnectionString", ThisMachine))).ToList();

        silos.SelectMany(silo => new[] { silo.SiloPort, silo.GatewayPort }).ShouldBeUnique();
    }

    [Fact]
    public void GivenWebNodeWithGrains_ThenNoGateway() =>
        Endpoint(ClusterRole.WebWithGrains, ("ConnectionString", Elsewhere)).GatewayPort.ShouldBe(0);

    [Fact]
    public async Task GivenDefaults_WhenAWebNodeRuns_ThenItsOnlyOrleansPortIsOnTheLoopbackAddress()
    {
        using var web = await ClusterHosts.StartWeb(new InMemoryJournal(), TimeProvider.System).Within("the web node has started");

        var endpoint = web.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;
        AddressesAt(endpoint.SiloPort).ShouldBe([IPAddress.Loopback]);
        endpoint.GatewayPort.ShouldBe(0);
        await web.StopAsync().Within("the web node has stopped");
    }

    [Fact]
    public async Task GivenMembershipOnThisMachine_WhenASiloRuns_ThenBothItsPortsAreOnTheLoopbackAddress()
    {
        using var silo = await ClusterHosts.StartSilo(new InMemoryJournal(), TimeProvider.System, ("ConnectionString", await databases.New()))
            .Within("the silo has started");

        var endpoint = silo.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;
        AddressesAt(endpoint.SiloPort).ShouldBe([IPAddress.Loopback]);
        AddressesAt(endpoint.GatewayPort).ShouldBe([IPAddress.Loopback]);
        await silo.StopAsync().Within("the silo has stopped");
    }

    [Fact]
    public async Task GivenAddressBeyondThisMachineAndNoCertificate_WhenASiloStarts_ThenItRefusesAndSaysWhatToSet()
    {
        var database = await databases.New();

        var silo = () => ClusterHosts.StartSilo(new InMemoryJournal(), TimeProvider.System, ("ConnectionString", database), ("AdvertisedAddress", "192.0.2.1"));
        var web = () => ClusterHosts.StartWeb(new InMemoryJournal(), TimeProvider.System, ("ConnectionString", database), ("AdvertisedAddress", "192.0.2.1"));

        foreach (var start in new[] { silo, web })
        {
            (await Should.ThrowAsync<OptionsValidationException>(() => start().Within("it is refused"))).Failures.ShouldBe(
            [
                "This silo would listen at 192.0.2.1, where anyone who can reach it could call any grain. Set Cluster:Certificate and Cluster:Authority. "
                + "Or, if the whole cluster is on this machine, set Cluster:AdvertisedAddress=localhost.",
            ]);
        }
    }

    [Theory]
    [InlineData("Silo")]
    [InlineData("Gateway")]
    public void GivenOneListenerBeyondThisMachine_WhateverSetIt_ThenRefused(string which)
    {
        var open = new IPEndPoint(IPAddress.Any, 11111);
        var options = new EndpointOptions { AdvertisedIPAddress = IPAddress.Loopback };
        (options.SiloListeningEndpoint, options.GatewayListeningEndpoint) = which == "Silo" ? (open, null) : ((IPEndPoint?)null, open);

        Of(ClusterRole.Silo, ("ConnectionString", ThisMachine)).Validate(name: null, options).Failed.ShouldBeTrue();
    }

    [Fact]
    public void GivenCertificate_WhenItListensBeyondThisMachine_ThenAllowed() =>
        Of(ClusterRole.Silo, ("ConnectionString", Elsewhere), ("Certificate", "silo.pfx"), ("Authority", "ca.pem"))
            .Validate(name: null, new() { AdvertisedIPAddress = IPAddress.Parse("192.0.2.1") }).Succeeded.ShouldBeTrue();

    private static List<IPAddress> AddressesAt(int port) =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(each => each.Port == port).Select(each => each.Address)];

    private static EndpointOptions Endpoint(ClusterRole role, params (string Name, string Value)[] settings)
    {
        var options = new EndpointOptions();
        Of(role, settings).Configure(options);
        return options;
    }

    private static SiloEndpoint Of(ClusterRole role, params (string Name, string Value)[] settings) => new(
        ClusterConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(each => KeyValuePair.Create($"Cluster:{each.Name}", (string?)each.Value))).Build()),
        role);
}

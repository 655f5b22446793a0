using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Cluster;

/// <summary>Whoever reaches a silo's ports without a certificate of its cluster is not answered a byte.</summary>
public sealed class StrangerTests(TlsSilo silo) : IClassFixture<TlsSilo>
{
    private const string None = "none";
    private const string OtherAuthority = "of another authority";
    private const string OtherCluster = "of another cluster";
    private const string ForServersAlone = "for servers alone";

    [Fact]
    public async Task GivenMember_WhenItConnectsToTheSiloPort_ThenItIsAnswered()
    {
        using var certificate = silo.Authority.Issue();

        (await AnsweredOverTls(silo.SiloPort, certificate)).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(None)]
    [InlineData(OtherAuthority)]
    [InlineData(OtherCluster)]
    [InlineData(ForServersAlone)]
    public async Task GivenStrangersCertificate_WhenItConnectsToEitherPort_ThenTheConnectionEndsWithoutAByte(string kind)
    {
        using var other = new ClusterAuthority();
        using var certificate = kind switch
        {
            OtherAuthority => other.Issue(),
            OtherCluster => silo.Authority.Issue("another-cluster"),
            ForServersAlone => silo.Authority.Issue(usages: ClusterAuthority.ForServers),
            _ => null,
        };

        (await AnsweredOverTls(silo.SiloPort, certificate)).ShouldBe(0);
        (await AnsweredOverTls(silo.GatewayPort, certificate)).ShouldBe(0);
    }

    [Fact]
    public async Task GivenPlainConnection_WhenItSpeaksToEitherPort_ThenTheConnectionEndsWithoutAnAnswer()
    {
        (await AnsweredInPlain(silo.SiloPort)).ShouldBe(0);
        (await AnsweredInPlain(silo.GatewayPort)).ShouldBe(0);
    }

    [Fact]
    public async Task GivenMember_WhenItCallsAGrain_ThenAnswered()
    {
        using var client = await ClusterHosts.StartWeb(
            new InMemoryJournal(), TimeProvider.System, [("ConnectionString", silo.Database), ("HostsGrains", "false"), .. silo.Authority.Member()])
            .Within("the client is connected");

        (await CalledSite.Home(client.Services).Execute(HomeRequests.Register()).Within("the silo answers")).IsAccepted.ShouldBeTrue();
        await client.StopAsync().Within("the client has stopped");
    }

    /// <summary>Each knows the database, and so where the silo is.</summary>
    [Theory]
    [InlineData(None)]
    [InlineData(OtherAuthority)]
    public async Task GivenStrangersOrleansClient_WhenItConnects_ThenItNeverBelongs(string kind)
    {
        using var other = new ClusterAuthority();
        using var log = new CapturedLog();
        using var client = ClusterHosts.BuildWeb(
            new InMemoryJournal(), TimeProvider.System, [("ConnectionString", silo.Database), ("HostsGrains", "false"), .. Settings(kind, other)]);
        client.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        await client.StartAsync().Within("the client has started");
        await Deadline.Until(() => log.Text.Contains("No silo can be reached yet", StringComparison.Ordinal), "it has tried");

        client.Services.GetRequiredService<GrainHosting>().IsReady.ShouldBeFalse();
        await client.StopAsync().Within("the client has stopped");
    }

    /// <summary>The second trusts the silo; it is the silo that does not trust it.</summary>
    private (string Name, string Value)[] Settings(string kind, ClusterAuthority other)
    {
        if (kind == None)
        {
            return [];
        }

        File.AppendAllText(other.File, File.ReadAllText(silo.Authority.File));
        return other.Member();
    }

    /// <summary>How many bytes come over a connection on which nothing is said.</summary>
    private async Task<int> AnsweredOverTls(int port, X509Certificate2? certificate)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new SslStream(socket.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "capacity-board",
            ApplicationProtocols = [new("Orleans1")],
            CertificateChainPolicy = TrustOfTheSilo(),
            ClientCertificates = certificate is null ? [] : [certificate],
        };
        return await Answered(async () =>
        {
            await stream.AuthenticateAsClientAsync(options);
            return await stream.ReadAsync(new byte[64]);
        });
    }

    /// <summary>Each stranger accepts the silo's certificate: it is the silo that ends the connection.</summary>
    private X509ChainPolicy TrustOfTheSilo()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(silo.Authority.File);
        return policy;
    }

    private static async Task<int> AnsweredInPlain(int port)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return await Answered(async () =>
        {
            await socket.GetStream().WriteAsync(new byte[64]);
            return await socket.GetStream().ReadAsync(new byte[64]);
        });
    }

    private static async Task<int> Answered(Func<Task<int>> tried)
    {
        try
        {
            return await tried().Within("the silo answers or ends the connection");
        }
        catch (Exception refused) when (refused is IOException or AuthenticationException)
        {
            return 0;
        }
    }
}

using CapacityBoard.Support;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>A certificate that the other members would refuse is refused by its own process, with what is wrong.</summary>
public sealed class ClusterTlsTests : IDisposable
{
    private readonly ClusterAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void GivenNoCertificate_ThenNoTls() => ClusterTls.Read(new()).ShouldBeNull();

    [Fact]
    public void GivenCertificateOfTheAuthority_ThenUsed() => Read(_authority.Pfx()).ShouldNotBeNull();

    [Fact]
    public void GivenCertificateWithoutTheClustersName_ThenSaysHowToIssueIt()
    {
        var file = _authority.Pfx("another-cluster");

        Refusal(file).ShouldBe($"Cluster:Certificate: the certificate in {file} does not carry the cluster's id: issue it with subjectAltName=DNS:capacity-board.");
    }

    [Fact]
    public void GivenExpiredCertificate_ThenRefused() => Refusal(_authority.Pfx(isExpired: true)).ShouldContain("(NotTimeValid)");

    [Theory]
    [InlineData(ClusterAuthority.ForServers)]
    [InlineData(ClusterAuthority.ForClients)]
    public void GivenCertificateForOneSideAlone_ThenRefused(string usage) => Refusal(_authority.Pfx(usages: usage)).ShouldContain("(NotValidForUsage)");

    [Fact]
    public void GivenCertificateOfAnotherAuthority_ThenRefused()
    {
        using var other = new ClusterAuthority();

        Refusal(other.Pfx()).ShouldEndWith($"it must be valid now, for servers and clients, and issued by an authority in {_authority.File}.");
    }

    [Fact]
    public void GivenTwoAuthoritiesInTheFile_ThenCertificatesOfBothAreUsed()
    {
        using var next = new ClusterAuthority();
        File.AppendAllText(_authority.File, File.ReadAllText(next.File));

        Read(_authority.Pfx()).ShouldNotBeNull();
        Read(next.Pfx()).ShouldNotBeNull();
    }

    [Fact]
    public void GivenIdThatIsNoName_ThenSaysSo() => Should.Throw<OptionsValidationException>(() => Read(_authority.Pfx(), id: "capacity board"))
        .Failures.ShouldBe(["Cluster:Id 'capacity board' cannot be used in a certificate: use a DNS name, for example capacity-board."]);

    [Fact]
    public void GivenWrongPassword_ThenSaysSoAndDoesNotRepeatIt()
    {
        var file = _authority.Pfx();

        Should.Throw<OptionsValidationException>(() => Read(file, password: "wrong horse")).Failures
            .ShouldBe([$"Cluster:Certificate: Cluster:CertificatePassword is not the password of {file}."]);
    }

    [Fact]
    public void GivenAuthorityThatIsNoPemFile_ThenSaysSo()
    {
        var file = _authority.Pfx();

        Should.Throw<OptionsValidationException>(() => Read(file, authority: file)).Failures
            .ShouldBe([$"Cluster:Authority: there is no certificate in {file}; it must be a PEM file."]);
    }

    private string Refusal(string file) => Should.Throw<OptionsValidationException>(() => Read(file)).Failures.ShouldHaveSingleItem();

    private ClusterTls? Read(string file, string? authority = null, string id = "capacity-board", string password = ClusterAuthority.Password) =>
        ClusterTls.Read(new() { Id = id, Certificate = file, CertificatePassword = password, Authority = authority ?? _authority.File });
}

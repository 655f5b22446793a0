using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapacityBoard.Journal.Postgres;

/// <summary>A database that is reached over TLS, as the connection string says.</summary>
public sealed class PostgresTlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenServerWithACertificate_WhenItIsVerified_ThenOnlyTheRightOneIsTrusted()
    {
        await WriteCertificate("server");
        await WriteCertificate("other");
        await PostgresServer.HandOver(_folder.FullPath);
        await using var server = await PostgresServer.Start(
            "ssl=on", $"ssl_cert_file={_folder.PathOf("server.crt")}", $"ssl_key_file={_folder.PathOf("server.key")}");
        var database = await server.CreateDatabase();

        await using var trusted = PostgresConnections.Open($"{database};SSL Mode=VerifyFull;Root Certificate={_folder.PathOf("server.crt")}");
        await using var journal = new PostgresJournal(trusted, NullLogger<PostgresJournal>.Instance);
        await journal.Open();
        (await journal.Append(Appends.Of(HomeRequests.Home(), 0))).Status.ShouldBe(AppendStatus.Appended);

        await using var untrusted = PostgresConnections.Open($"{database};SSL Mode=VerifyFull;Root Certificate={_folder.PathOf("other.crt")}");
        await using var refused = new PostgresJournal(untrusted, TimeSpan.FromMilliseconds(1), NullLogger<PostgresJournal>.Instance);
        (await Should.ThrowAsync<JournalUnavailableException>(() => refused.Open())).Message.ShouldContain("has a certificate that is not trusted");
    }

    private async Task WriteCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var addresses = new SubjectAlternativeNameBuilder();
        addresses.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(addresses.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(_folder.PathOf($"{name}.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(_folder.PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
    }
}

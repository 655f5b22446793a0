using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CapacityBoard.Support;

/// <summary>One cluster's certificate authority and the files of its members.</summary>
internal sealed class ClusterAuthority : IDisposable
{
    public const string Password = "correct horse";
    public const string Both = $"{ForServers},{ForClients}";
    public const string ForServers = "1.3.6.1.5.5.7.3.1";
    public const string ForClients = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _authority;
    private int _issued;

    public ClusterAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _authority = request.CreateSelfSigned(Today.AddYears(-1), Today.AddYears(1));
        System.IO.File.WriteAllText(File, $"{_authority.ExportCertificatePem()}\n");
    }

    /// <summary>The authority's own PEM file.</summary>
    public string File => _folder.PathOf("authority.pem");

    /// <summary>The settings of one member, with a new certificate.</summary>
    /// <param name="name">The DNS name in the certificate.</param>
    public (string Name, string Value)[] Member(string name = "capacity-board") =>
        [("Certificate", Pfx(name)), ("CertificatePassword", Password), ("Authority", File)];

    /// <summary>Issues a certificate and writes it to a PFX file.</summary>
    /// <param name="name">The DNS name in the certificate.</param>
    /// <param name="usages">Extended key usages, as object identifiers separated by commas.</param>
    public string Pfx(string name = "capacity-board", string usages = Both, bool isExpired = false)
    {
        using var certificate = Issue(name, usages, isExpired);
        var file = _folder.PathOf($"{++_issued}.pfx");
        System.IO.File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        return file;
    }

    public X509Certificate2 Issue(string name = "capacity-board", string usages = Both, bool isExpired = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. usages.Split(',').Select(usage => new Oid(usage))], critical: false));
        using var certificate = request.Create(_authority, Today.AddDays(-2), Today.AddDays(isExpired ? -1 : 1), RandomNumberGenerator.GetBytes(8));
        using var whole = certificate.CopyWithPrivateKey(key);

        // A certificate that is not loaded from a file loses its key with the request object.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), password: null);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }
}

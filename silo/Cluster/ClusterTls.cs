using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Connections.Security;

namespace CapacityBoard.Cluster;

/// <summary>
/// Mutual TLS between the members of a cluster. Each shows a certificate from the cluster's own authority that has the
/// cluster's ID as a DNS name; any other certificate is refused, in both directions.
/// </summary>
internal sealed class ClusterTls
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _certificate;
    private readonly CertificateAuthority _authority;
    private readonly string _name;

    private ClusterTls(X509Certificate2 certificate, CertificateAuthority authority, string name) => (_certificate, _authority, _name) = (certificate, authority, name);

    /// <summary>Null if no certificate is set.</summary>
    /// <exception cref="OptionsValidationException">A file cannot be used, or the other members would refuse the certificate.</exception>
    public static ClusterTls? Read(SiloClusterOptions cluster)
    {
        if (string.IsNullOrWhiteSpace(cluster.Certificate) || string.IsNullOrWhiteSpace(cluster.Authority))
        {
            return null;
        }

        var tls = new ClusterTls(
            PfxFile.Read(cluster.Certificate, cluster.CertificatePassword, "Cluster:Certificate", "Cluster:CertificatePassword"),
            CertificateAuthority.Read(cluster.Authority, "Cluster:Authority"),
            cluster.Id);
        tls.RequireAcceptable(cluster);
        return tls;
    }

    public void Configure(TlsOptions tls)
    {
        tls.LocalCertificate = _certificate;
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, _, errors) => errors == SslPolicyErrors.None && HasName(certificate);
        tls.OnAuthenticateAsServer = (_, options) =>
            ((SslServerAuthenticationOptions)options.SslServerAuthenticationOptions).CertificateChainPolicy = _authority.Policy();
        tls.OnAuthenticateAsClient = (_, options) =>
        {
            options.TargetHost = _name;
            ((SslClientAuthenticationOptions)options.SslClientAuthenticationOptions).CertificateChainPolicy = _authority.Policy();
        };
    }

    private bool HasName(X509Certificate2 certificate) => certificate.MatchesHostname(_name, allowWildcards: false, allowCommonName: false);

    /// <summary>Checks this member's certificate for use as server and as client, since a member that refuses it would not say why.</summary>
    private void RequireAcceptable(SiloClusterOptions cluster)
    {
        using var chain = new X509Chain { ChainPolicy = _authority.Policy() };
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        if (Uri.CheckHostName(_name) != UriHostNameType.Dns)
        {
            throw Fault($"Cluster:Id '{_name}' cannot be used in a certificate: use a DNS name, for example capacity-board.");
        }

        if (!HasName(_certificate))
        {
            throw Fault($"Cluster:Certificate: the certificate in {cluster.Certificate} does not carry the cluster's id: issue it with subjectAltName=DNS:{_name}.");
        }

        if (!chain.Build(_certificate))
        {
            var why = string.Join(" ", chain.ChainStatus.Select(status => $"{status.Status}.").Distinct());
            throw Fault(
                $"Cluster:Certificate: other members would refuse the certificate in {cluster.Certificate} ({why.TrimEnd('.')}): "
                + $"it must be valid now, for servers and clients, and issued by an authority in {cluster.Authority}.");
        }
    }

    private static OptionsValidationException Fault(string sentence) => new(SiloClusterOptions.Section, typeof(SiloClusterOptions), [sentence]);
}

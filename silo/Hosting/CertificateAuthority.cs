using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>An authority of one's own, which issued the certificates of others: the only one that is trusted.</summary>
internal sealed class CertificateAuthority
{
    private readonly X509Certificate2Collection _certificates = [];

    private CertificateAuthority(string pem) => _certificates.ImportFromPem(pem);

    /// <param name="file">A PEM file.</param>
    /// <param name="setting">The setting that names the file, for messages.</param>
    /// <exception cref="OptionsValidationException">It cannot be used; the message says why and what to do.</exception>
    public static CertificateAuthority Read(string file, string setting)
    {
        try
        {
            var pem = File.ReadAllText(file);
            return pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                ? new(pem)
                : throw PfxFile.Fault(setting, $"there is no certificate in {file}; it must be a PEM file.");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw PfxFile.Fault(setting, $"the file {file} cannot be read: {unread.Message}");
        }
    }

    /// <summary>
    /// The framework adds the required purpose, server or client. Nothing is downloaded: a small authority publishes no
    /// revocation lists, and certificates must not be fetched from addresses that a stranger names.
    /// </summary>
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(_certificates);
        return policy;
    }
}

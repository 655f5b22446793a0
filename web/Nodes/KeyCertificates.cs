using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Nodes;

/// <summary>The certificates that keys are encrypted with where they are kept.</summary>
/// <param name="Current">Encrypts new keys; null where they are kept in plain text.</param>
/// <param name="Old">Decrypt keys that others encrypted.</param>
internal sealed record KeyCertificates(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Old)
{
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <summary>Reads the files at once: the framework wants certificates while the server is put together.</summary>
    /// <exception cref="OptionsValidationException">One cannot be used; the message says which, why, and what to do.</exception>
    public static KeyCertificates Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new();
        X509Certificate2 Certificate(string file, string setting) => Load(file, options.KeyCertificatePassword, $"{NodeOptions.Section}:{setting}");
        return new(
            string.IsNullOrWhiteSpace(options.KeyCertificate) ? null : Certificate(options.KeyCertificate, nameof(NodeOptions.KeyCertificate)),
            [.. options.OldKeyCertificates.Select((file, index) => Certificate(file, $"{nameof(NodeOptions.OldKeyCertificates)}:{index}"))]);
    }

    public static OptionsValidationException Fault(string sentence) => new(NodeOptions.Section, typeof(NodeOptions), [sentence]);

    private static X509Certificate2 Load(string file, string? password, string setting)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(file), password);
            using var key = certificate.HasPrivateKey ? certificate.GetRSAPrivateKey() : null;
            return key is not null ? certificate : throw Fault(certificate.HasPrivateKey
                ? $"{setting}: the key of the certificate in {file} is no RSA key; only such a key can encrypt others."
                : $"{setting}: the certificate in {file} has no private key; export it again together with its key.");
        }
        catch (CryptographicException wrong) when (wrong.HResult == WrongPassword)
        {
            var name = $"{NodeOptions.Section}:{nameof(NodeOptions.KeyCertificatePassword)}";
            throw Fault($"{setting}: {name} is not the password of {file}.");
        }
        catch (CryptographicException)
        {
            throw Fault($"{setting}: {file} is no PFX file (PKCS #12).");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault($"{setting}: there is no file {Path.GetFullPath(file)}.");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Fault($"{setting}: the file {file} cannot be read: {unread.Message}");
        }
    }
}

using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Nodes;

/// <summary>The certificates that encrypt the stored keys.</summary>
/// <param name="Current">Encrypts new keys; null if keys are stored in plain text.</param>
/// <param name="Old">Decrypt keys that were not encrypted with the current one.</param>
internal sealed record KeyCertificates(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Old)
{
    /// <summary>Reads the files at once, because the framework needs certificates while the server is being assembled.</summary>
    /// <exception cref="OptionsValidationException">
    /// A certificate cannot be used; the message says which, why and what to do.
    /// </exception>
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
        var certificate = PfxFile.Read(file, password, setting, $"{NodeOptions.Section}:{nameof(NodeOptions.KeyCertificatePassword)}");
        using var key = certificate.GetRSAPrivateKey();
        return key is not null
            ? certificate
            : throw PfxFile.Fault(setting, $"the key of the certificate in {file} is no RSA key; only such a key can encrypt others.");
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>A certificate and its private key in a PFX file (PKCS #12) named by a setting.</summary>
internal static class PfxFile
{
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <param name="password">Null if the file has none.</param>
    /// <param name="setting">The setting that names the file, for messages.</param>
    /// <param name="passwordSetting">The setting that has the password, for messages.</param>
    /// <exception cref="OptionsValidationException">It cannot be used; the message says why and what to do.</exception>
    public static X509Certificate2 Read(string file, string? password, string setting, string passwordSetting)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(file), password);
            return certificate.HasPrivateKey
                ? certificate
                : throw Fault(setting, $"the certificate in {file} has no private key. Export it again with its key.");
        }
        catch (CryptographicException wrong) when (wrong.HResult == WrongPassword)
        {
            throw Fault(setting, $"{passwordSetting} is not the password of {file}.");
        }
        catch (CryptographicException)
        {
            throw Fault(setting, $"{file} is not a PFX file (PKCS #12).");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault(setting, $"there is no file {Path.GetFullPath(file)}.");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Fault(setting, $"the file {file} cannot be read: {unread.Message}");
        }
    }

    /// <param name="sentence">What is wrong and what to do; it follows the setting's name.</param>
    public static OptionsValidationException Fault(string setting, string sentence) => new(setting, typeof(string), [$"{setting}: {sentence}"]);
}

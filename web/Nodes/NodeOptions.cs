namespace CapacityBoard.Nodes;

/// <summary>
/// Settings shared by the web nodes of one journal. Bound from the configuration section <see cref="Section"/>.
/// </summary>
internal sealed class NodeOptions
{
    public const string Section = "Nodes";

    /// <summary>
    /// The PFX file of the certificate that encrypts the stored keys of sessions and forms; null, the default, stores them in
    /// plain text. It needs an RSA key, may be self-signed and may have expired. All nodes of a journal need the same one.
    /// </summary>
    public string? KeyCertificate { get; set; }

    /// <summary>
    /// The password of <see cref="KeyCertificate"/> and <see cref="OldKeyCertificates"/>; null if the files have none.
    /// </summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>
    /// PFX files of certificates that encrypt no new keys: earlier ones, and the next one until every node has it.
    /// </summary>
    public IList<string> OldKeyCertificates { get; } = [];
}

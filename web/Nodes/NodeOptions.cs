namespace CapacityBoard.Nodes;

/// <summary>What the web nodes of one journal share. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class NodeOptions
{
    public const string Section = "Nodes";

    /// <summary>
    /// The PFX file of the certificate that encrypts the keys of sessions and forms where they are kept; null, the default,
    /// leaves them in plain text. Needs an RSA key and no issuer that anybody trusts, and may have expired. All nodes of a
    /// journal need the same.
    /// </summary>
    public string? KeyCertificate { get; set; }

    /// <summary>Of <see cref="KeyCertificate"/> and <see cref="OldKeyCertificates"/>; null where the files have none.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>PFX files of certificates that encrypt no new keys: those before, and the next one until every node has it.</summary>
    public IList<string> OldKeyCertificates { get; } = [];
}

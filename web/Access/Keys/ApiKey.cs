namespace CapacityBoard.Access.Keys;

/// <summary>What a machine shows to use the API. Its secret is told once and kept as a hash.</summary>
internal sealed class ApiKey
{
    public required string Id { get; init; }

    /// <summary>As it stands in the journal; no two keys or accounts have the same.</summary>
    public required string Name
    {
        get;
        init => (field, NameKey) = (value, Accounts.Account.KeyOf(value));
    }

    /// <summary>What no two names have the same.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>SHA-256 of the secret, in hexadecimal digits. The secret has 256 random bits, so it needs no slow hash.</summary>
    public required string SecretHash { get; init; }

    public DateTimeOffset Created { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Revoked { get; set; }

    /// <summary>When and from where it was last used, to within a few minutes.</summary>
    public DateTimeOffset? LastUsed { get; set; }

    public string? LastAddress { get; set; }
}

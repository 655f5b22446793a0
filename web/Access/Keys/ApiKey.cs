namespace CapacityBoard.Access.Keys;

/// <summary>A machine's credential for the API. Its secret is shown once and stored as a hash.</summary>
internal sealed class ApiKey
{
    public required string Id { get; init; }

    /// <summary>The unique name, among keys and accounts, that the journal records.</summary>
    public required string Name
    {
        get;
        init => (field, NameKey) = (value, Accounts.Account.KeyOf(value));
    }

    /// <summary>The normalised name, which is unique.</summary>
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

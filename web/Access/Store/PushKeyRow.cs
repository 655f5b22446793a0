namespace CapacityBoard.Access.Store;

/// <summary>A pair of keys with which this board proves to push services who it is. Devices subscribed with an older one keep it.</summary>
internal sealed class PushKeyRow
{
    /// <summary>In base64url; it is also the key's name.</summary>
    public required string PublicKey { get; init; }

    /// <summary>In base64url, encrypted with the keys that nodes share.</summary>
    public required string PrivateKey { get; init; }

    public DateTimeOffset Created { get; init; }
}

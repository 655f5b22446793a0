using System.Buffers.Text;

namespace CapacityBoard.Access.Accounts;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its credential id, as forms send it.</param>
internal sealed record PasskeyLine(string Id, string Name, DateTimeOffset Added, DateTimeOffset? LastUsed)
{
    public static PasskeyLine Of(AccountPasskey passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Data.Name ?? "Passkey", passkey.Data.CreatedAt, passkey.LastUsed);
}

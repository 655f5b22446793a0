using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>A passkey as stored: its public key, which lets nobody sign in, and when it was last used.</summary>
internal sealed class AccountPasskey : IdentityUserPasskey<string>
{
    /// <summary>Null if it has not signed anybody in yet.</summary>
    public DateTimeOffset? LastUsed { get; set; }
}

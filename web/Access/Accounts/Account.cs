using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// A person who signs in. Their user name is what they sign in with, their e-mail address as a rule. An account is closed
/// and never deleted: its name stands in the journal.
/// </summary>
internal sealed class Account : IdentityUser
{
    public const int LongestName = 60;

    /// <summary>As it is shown beside what they do; no two accounts have the same, whatever its case and its spaces.</summary>
    public required string Name
    {
        get;
        set => (field, NameKey) = (value, KeyOf(value));
    }

    /// <summary>What no two names have the same.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>True for one that is shown on the sign-in page of a demonstration and needs no second factor.</summary>
    public bool IsDemonstration { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>The name of whoever made it.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? Closed { get; set; }

    public DateTimeOffset? LastSignIn { get; set; }

    /// <summary>The same for names that are read as the same: of other cases, widths or spaces.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

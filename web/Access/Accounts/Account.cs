using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// A person who signs in. They sign in with their user name, usually their e-mail address. An account is closed and never
/// deleted, because its name is in the journal.
/// </summary>
internal sealed class Account : IdentityUser
{
    public const int LongestName = 60;

    /// <summary>The name shown beside what they do. It is unique, ignoring case and spaces.</summary>
    public required string Name
    {
        get;
        set => (field, NameKey) = (value, KeyOf(value));
    }

    /// <summary>The normalised name, which is unique.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>True for an account that a demonstration lists on its sign-in page and that needs no second factor.</summary>
    public bool IsDemonstration { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>The name of the person or program that created the account.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? Closed { get; set; }

    public DateTimeOffset? LastSignIn { get; set; }

    /// <summary>Equal for names that read the same: differing only in case, width or spaces.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

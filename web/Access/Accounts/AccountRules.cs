using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>How people sign in.</summary>
internal static class AccountRules
{
    /// <summary>Of PBKDF2 with SHA-512: about a tenth of a second of one core for each password that is tried.</summary>
    public const int PasswordIterations = 210_000;

    public const int RecoveryCodes = 10;

    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    private const int MostFailures = 5;

    private static readonly TimeSpan LockedOutFor = TimeSpan.FromMinutes(15);

    public static void Configure(IdentityOptions options)
    {
        // What a password must be stands in PasswordRules.
        options.Password.RequiredLength = 1;
        options.Password.RequiredUniqueChars = 0;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        // The address of an O'Brien has one.
        options.User.AllowedUserNameCharacters += "'";
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = LockedOutFor;
        options.Lockout.AllowedForNewUsers = true;
        options.Tokens.AuthenticatorIssuer = "Capacity board";
        options.Tokens.PasswordResetTokenProvider = Invitation.Provider;
    }
}

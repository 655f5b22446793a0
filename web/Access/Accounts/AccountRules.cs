using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

internal static class AccountRules
{
    /// <summary>Iterations of PBKDF2 with SHA-512: about 0.1 s of one core for each password tried.</summary>
    public const int PasswordIterations = 210_000;

    public const int RecoveryCodes = 10;

    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    private const int MostFailures = 5;

    private static readonly TimeSpan LockedOutFor = TimeSpan.FromMinutes(15);

    public static void Configure(IdentityOptions options)
    {
        // PasswordRules decides what a password must be.
        options.Password.RequiredLength = 1;
        options.Password.RequiredUniqueChars = 0;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        // E-mail addresses of people like O'Brien have an apostrophe.
        options.User.AllowedUserNameCharacters += "'";
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = LockedOutFor;
        options.Lockout.AllowedForNewUsers = true;
        options.Tokens.AuthenticatorIssuer = "Capacity board";
        options.Tokens.PasswordResetTokenProvider = Invitation.Provider;
    }
}

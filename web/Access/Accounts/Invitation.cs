using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// What is stored of a link to set a password. An account has one at a time, so a newer link replaces it; setting a password and
/// signing out everywhere also end it.
/// </summary>
/// <param name="Until">When it expires.</param>
/// <param name="Hash">
/// SHA-256 of the link's token and the account's security stamp. The token has 256 random bits, so it needs no slow hash.
/// </param>
/// <param name="IsFirst">True for a first administrator's link, which ends as soon as there is an administrator.</param>
internal sealed record Invitation(DateTimeOffset Until, string Hash, bool IsFirst = false)
{
    /// <summary>Identifies the invitation among an account's tokens.</summary>
    public const string Provider = "invitation";

    /// <inheritdoc cref="Provider"/>
    public const string Latest = "latest";

    private const int TokenBytes = 32;
    private const string First = "first";

    /// <summary>Creates an invitation and its link's token, which is not stored and can be read only here.</summary>
    public static (Invitation Kept, string Token) Make(Account account, DateTimeOffset until, bool isFirst = false)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new(until, HashOf(token, account), isFirst), token);
    }

    /// <summary>The link's path on this server.</summary>
    public static string PathOf(Account account, string token) => $"/join?account={account.Id}&token={token}";

    /// <summary>Null for text that <see cref="ToString"/> did not write.</summary>
    public static Invitation? Parse(string? text) =>
        text?.Split(' ') is [var until, var hash, .. var rest] && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(DateTimeOffset.FromUnixTimeSeconds(seconds), hash, rest is [First])
            : null;

    public bool IsOf(string token, Account account, DateTimeOffset now) =>
        now < Until && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(HashOf(token, account)));

    /// <summary>In the form in which it is stored.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Until.ToUnixTimeSeconds()} {Hash}{(IsFirst ? $" {First}" : "")}");

    private static string HashOf(string token, Account account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token} {account.SecurityStamp}")));
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The six digits that an authenticator app shows, new every half minute (RFC 6238, SHA-1: the apps that people have know no
/// other). Each is taken once, and none that is older than one that was taken: whoever read it over a shoulder has nothing.
/// </summary>
internal sealed class AppCodes(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    public const string Provider = "authenticator";

    /// <summary>What is kept of an account: the half minute whose code was taken last.</summary>
    public const string LastTaken = "last-taken";

    private const long SecondsOfACode = 30;

    /// <summary>A telephone's clock may be so many codes ahead or behind.</summary>
    private const int Leeway = 2;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || HalfMinuteOf(token, key, clock.GetUtcNow()) is not { } halfMinute)
        {
            return false;
        }

        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastTaken);
        return (last is null || halfMinute > long.Parse(last, CultureInfo.InvariantCulture))
            && (await manager.SetAuthenticationTokenAsync(user, Provider, LastTaken, halfMinute.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>The half minute, counted from 1970, for which an app with a key shows a code; null where it does not, about now.</summary>
    /// <param name="key">In base 32.</param>
    public static long? HalfMinuteOf(string code, string key, DateTimeOffset now)
    {
        var (typed, secret, present) = (Encoding.UTF8.GetBytes(code), Decode(key), now.ToUnixTimeSeconds() / SecondsOfACode);
        for (var halfMinute = present + Leeway; halfMinute >= present - Leeway; halfMinute--)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(CodeOf(secret, halfMinute))))
            {
                return halfMinute;
            }
        }

        return null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "The apps that people have know no other hash.")]
    private static string CodeOf(byte[] secret, long halfMinute)
    {
        var counter = BitConverter.GetBytes(halfMinute);
        var hash = HMACSHA1.HashData(secret, BitConverter.IsLittleEndian ? [.. counter.Reverse()] : counter);
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(each => each.Length == 8).Select(each => Convert.ToByte(new string(each), 2))];
    }
}

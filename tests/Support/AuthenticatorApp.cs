using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace CapacityBoard.Support;

/// <summary>The app on a person's telephone that shows six digits, new every 30 seconds (RFC 6238, SHA-1).</summary>
/// <param name="key">In base 32, as a page shows it: in either case, with spaces or without.</param>
/// <param name="clock">The telephone's; null for the machine's.</param>
public sealed class AuthenticatorApp(string key, TimeProvider? clock = null)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfALetter = 5;
    private const long SecondsOfACode = 30;

    private readonly byte[] _key = Decode(key);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _last;

    /// <summary>The digits that it shows now; the next ones where those were asked for before, since each are taken once.</summary>
    public string Code()
    {
        _last = Math.Max(_clock.GetUtcNow().ToUnixTimeSeconds() / SecondsOfACode, _last + 1);
        return CodeAt(DateTimeOffset.FromUnixTimeSeconds(_last * SecondsOfACode));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The apps that people have know no other hash.")]
    public string CodeAt(DateTimeOffset at)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / SecondsOfACode);
        var hash = HMACSHA1.HashData(_key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var letters = key.Where(letter => !char.IsWhiteSpace(letter) && letter != '=').Select(char.ToUpperInvariant).ToArray();
        var bytes = new byte[letters.Length * BitsOfALetter / 8];
        var (waiting, bits, at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            var value = Base32.IndexOf(letter, StringComparison.Ordinal);
            waiting = ((waiting << BitsOfALetter) | (value >= 0 ? value : throw new FormatException($"'{letter}' is not in base 32."))) & 0xFFF;
            bits += BitsOfALetter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)((waiting >> bits) & 0xFF);
            }
        }

        return bytes;
    }
}

using OtpNet;

namespace CapacityBoard.Support;

/// <summary>A person's authenticator app: six digits that change every 30 seconds (RFC 6238, SHA-1).</summary>
/// <param name="key">In base 32, as a page shows it: either case, with or without spaces.</param>
/// <param name="clock">The phone's clock; null for the machine's.</param>
public sealed class AuthenticatorApp(string key, TimeProvider? clock = null)
{
    private const long SecondsOfACode = 30;

    private readonly Totp _codes = new(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal)));
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _last;

    /// <summary>
    /// The current digits, or the next ones if the current ones were already returned, since the server accepts each code once.
    /// </summary>
    public string Code()
    {
        _last = Math.Max(_clock.GetUtcNow().ToUnixTimeSeconds() / SecondsOfACode, _last + 1);
        return CodeAt(DateTimeOffset.FromUnixTimeSeconds(_last * SecondsOfACode));
    }

    public string CodeAt(DateTimeOffset at) => _codes.ComputeTotp(at.UtcDateTime);
}

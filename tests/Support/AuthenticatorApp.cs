using OtpNet;

namespace CapacityBoard.Support;

/// <summary>The app on a person's telephone that shows six digits, new every 30 seconds (RFC 6238, SHA-1).</summary>
/// <param name="key">In base 32, as a page shows it: in either case, with spaces or without.</param>
/// <param name="clock">The telephone's; null for the machine's.</param>
public sealed class AuthenticatorApp(string key, TimeProvider? clock = null)
{
    private const long SecondsOfACode = 30;

    private readonly Totp _codes = new(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal)));
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _last;

    /// <summary>The digits that it shows now; the next ones where those were asked for before, since each are taken once.</summary>
    public string Code()
    {
        _last = Math.Max(_clock.GetUtcNow().ToUnixTimeSeconds() / SecondsOfACode, _last + 1);
        return CodeAt(DateTimeOffset.FromUnixTimeSeconds(_last * SecondsOfACode));
    }

    public string CodeAt(DateTimeOffset at) => _codes.ComputeTotp(at.UtcDateTime);
}

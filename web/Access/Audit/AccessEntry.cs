using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CapacityBoard.Access.Audit;

/// <summary>One line of the access log: somebody saw, did or was given something. It is never changed.</summary>
internal sealed class AccessEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Their name; what was typed, where nobody could be signed in by it.</summary>
    public required string Who { get; init; }

    /// <summary>What it was, as a code: <c>saw-stays</c>, <c>place-hold</c>, <c>signed-in</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The site, locality, account, key or link that it was about.</summary>
    public string? About { get; init; }

    /// <summary>The references of the stays that it was about, as <see cref="StayList"/> writes them.</summary>
    public string? Stay { get; init; }

    /// <summary>The operation id of a command: its events in the journal have the same.</summary>
    public string? Operation { get; init; }

    /// <summary>The network address that it came from.</summary>
    public string? Address { get; init; }

    /// <summary>In a few words, where the act alone does not say it. Never a secret.</summary>
    public string? Note { get; init; }

    /// <summary>The hash of all of this, taken when it is written; null for lines of the versions before, which took none.</summary>
    public byte[]? Digest { get; private set; }

    public void TakeDigest() => Digest = DigestNow();

    /// <summary>What the digest of the line is to be, as it stands.</summary>
    public byte[] DigestNow() =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string?[]>([At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Who, Act, About, Stay, Operation, Address, Note]));
}

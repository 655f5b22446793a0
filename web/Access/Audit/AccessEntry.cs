using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CapacityBoard.Access.Audit;

/// <summary>One line of the access log: what somebody saw, did or was given. It never changes.</summary>
internal sealed class AccessEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Their name, or what was typed if nobody could be signed in with it.</summary>
    public required string Who { get; init; }

    /// <summary>The act's code: <c>saw-stays</c>, <c>place-hold</c>, <c>signed-in</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The site, locality, account, key or link that it concerns.</summary>
    public string? About { get; init; }

    /// <summary>The references of the stays it concerns, as <see cref="StayList"/> writes them.</summary>
    public string? Stay { get; init; }

    /// <summary>The operation id of a command, which its events in the journal share.</summary>
    public string? Operation { get; init; }

    /// <summary>The network address of the request.</summary>
    public string? Address { get; init; }

    /// <summary>A few words where the act alone does not say enough. Never a secret.</summary>
    public string? Note { get; init; }

    /// <summary>The hash of all other fields, taken when the line is written; null for lines from earlier versions.</summary>
    public byte[]? Digest { get; private set; }

    public void TakeDigest() => Digest = DigestNow();

    /// <summary>Recomputes the digest from the line as it is now.</summary>
    public byte[] DigestNow() =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string?[]>([At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Who, Act, About, Stay, Operation, Address, Note]));
}

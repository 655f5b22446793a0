namespace CapacityBoard.Access.Store;

/// <summary>An address or device that messages go to, as the folder Messages reads it.</summary>
internal sealed class MessageChannelRow
{
    public required string Id { get; init; }

    /// <summary>The person or place whose it is, as the outbox's key.</summary>
    public required string Recipient { get; init; }

    /// <summary>The code of the kind: e-mail, push or text.</summary>
    public required string Kind { get; init; }

    /// <summary>An e-mail address, a telephone number or the address at a push service.</summary>
    public required string Address { get; init; }

    /// <summary>What a push service's messages are encrypted with, as JSON; null for other kinds.</summary>
    public string? Keys { get; init; }

    /// <summary>1 for the first contact and all that is a person's own, 2 for a place's second.</summary>
    public int Contact { get; init; } = 1;

    /// <summary>The codes of what is sent, with commas between them.</summary>
    public required string Groups { get; set; }

    /// <summary>The local hour from which something is sent.</summary>
    public int FromHour { get; set; }

    /// <summary>The local hour until which something is sent: up to 24.</summary>
    public int ToHour { get; set; }

    public DateTimeOffset Added { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>When a link proved that its owner reads it; null until then, and nothing is sent.</summary>
    public DateTimeOffset? Verified { get; set; }

    /// <summary>When it was switched off by a refusal or by a link; null while it is on.</summary>
    public DateTimeOffset? Off { get; set; }

    public string? OffBecause { get; set; }
}

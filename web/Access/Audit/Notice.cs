namespace CapacityBoard.Access.Audit;

/// <summary>
/// An act that must not go unseen: an administrator gave themselves a role that sees people, or created something that lets them
/// sign in as somebody else. The person affected and another administrator see it until each acknowledges it.
/// </summary>
internal sealed class Notice
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The act's code in the access log.</summary>
    public required string Act { get; init; }

    /// <summary>The name of the person who did it.</summary>
    public required string Who { get; init; }

    /// <summary>The name of the account or key it was done to.</summary>
    public required string About { get; init; }

    /// <summary>The id of that account or key.</summary>
    public required string Owner { get; init; }

    public string? Note { get; init; }

    /// <summary>When the account's owner acknowledged it; set from the start if they did it themselves, or for a key.</summary>
    public DateTimeOffset? ReadByOwner { get; set; }

    public DateTimeOffset? ReadByAdministrator { get; set; }

    /// <summary>The name of the administrator who acknowledged it.</summary>
    public string? Administrator { get; set; }

    /// <param name="entry">The access log line that records it.</param>
    /// <param name="isPerson">False for a key.</param>
    public static Notice Of(AccessEntry entry, string owner, bool isPerson = true) => new()
    {
        At = entry.At,
        Act = entry.Act,
        Who = entry.Who,
        About = entry.About!,
        Owner = owner,
        Note = entry.Note,
        ReadByOwner = isPerson && entry.Who != entry.About ? null : entry.At,
    };
}

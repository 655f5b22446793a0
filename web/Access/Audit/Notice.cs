namespace CapacityBoard.Access.Audit;

/// <summary>
/// Something that nobody is to do unseen: an administrator helped themselves to a role that sees people, or made what lets
/// them in as somebody else. The person it was done to and another administrator are told until each has said that they know.
/// </summary>
internal sealed class Notice
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>As the access log has it.</summary>
    public required string Act { get; init; }

    /// <summary>The name of whoever did it.</summary>
    public required string Who { get; init; }

    /// <summary>The name of the account or key that it was done to.</summary>
    public required string About { get; init; }

    /// <summary>The id of that account or key.</summary>
    public required string Owner { get; init; }

    public string? Note { get; init; }

    /// <summary>When its person said that they know; from the beginning where they did it themselves, or it is a key.</summary>
    public DateTimeOffset? ReadByOwner { get; set; }

    public DateTimeOffset? ReadByAdministrator { get; set; }

    /// <summary>The name of the administrator who said so.</summary>
    public string? Administrator { get; set; }

    /// <param name="entry">The line of the access log that tells of it.</param>
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

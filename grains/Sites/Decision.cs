using System.Collections.Immutable;

namespace CapacityBoard.Sites;

/// <summary>What a command comes to: events to record (none, where all is as asked already), or a refusal.</summary>
public readonly record struct Decision(ImmutableArray<SiteEvent> Events, Refusal? Refusal)
{
    public static Decision Nothing { get; } = new([], null);

    public static implicit operator Decision(SiteEvent happened) => new([happened], null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);

    public static Decision Refuse(RefusalCode code, string message, string? field = null) => new Refusal(code, message, field);
}

/// <summary>What a decision may know besides the state and the command.</summary>
/// <param name="Now">Never before the site's last event, whatever the clocks say.</param>
/// <param name="Operation">The caller's id; what the command creates is named by it.</param>
public readonly record struct Moment(DateTimeOffset Now, string Operation);

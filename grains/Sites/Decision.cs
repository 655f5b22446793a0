using System.Collections.Immutable;

namespace CapacityBoard.Sites;

/// <summary>The result of a command: events to record (none if nothing has to change), or a refusal.</summary>
public readonly record struct Decision(ImmutableArray<SiteEvent> Events, Refusal? Refusal)
{
    public static Decision Nothing { get; } = new([], null);

    public static implicit operator Decision(SiteEvent happened) => new([happened], null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);

    public static Decision Refuse(RefusalCode code, string message, string? field = null) => new Refusal(code, message, field);
}

/// <summary>What a decision may use besides the state and the command.</summary>
/// <remarks>
/// These rules cover clocks that were ahead and are put right. Recorded times are kept, and within one site they never go
/// back. Whether something has run out or is still to come depends on the clock alone, for decisions and boards alike, so
/// that no hold is lost because a clock was ahead for a while. A figure never counts as younger than the site's own events
/// show, and a figure with a time in the future is not trusted.
/// </remarks>
/// <param name="Now">The time to record: the later of the clock and the site's last event.</param>
/// <param name="Operation">The caller's operation ID; it names what the command creates.</param>
public readonly record struct Moment(DateTimeOffset Now, string Operation)
{
    /// <summary>The clock's time, which may be before the site's last event.</summary>
    public DateTimeOffset Clock { get; init; } = Now;
}

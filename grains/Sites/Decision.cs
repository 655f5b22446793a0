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
/// <remarks>
/// The rule of times, for clocks that were ahead and are put right: what is recorded keeps its time, which within one site never
/// goes back. Whether something has run out or is still to come is asked of the clock alone, by decisions and boards alike, so that
/// no hold is lost to a clock that was ahead for a while. The age of a figure is never taken for less than the site's own events
/// show, and a figure from a time that is still to come is not trusted.
/// </remarks>
/// <param name="Now">When it is recorded to be decided: the later of the clock and the site's last event.</param>
/// <param name="Operation">The caller's id; what the command creates is named by it.</param>
public readonly record struct Moment(DateTimeOffset Now, string Operation)
{
    /// <summary>What the clock shows, which may be before the site's last event.</summary>
    public DateTimeOffset Clock { get; init; } = Now;
}

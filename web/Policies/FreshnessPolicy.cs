using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Policies;

/// <summary>The ages at which a figure ceases to be fresh and becomes stale. A choice, so the pages state it.</summary>
/// <param name="FreshForHours">Fresh up to and including this age, in hours.</param>
/// <param name="StaleAfterHours">Stale beyond this age, in hours; ageing between the two.</param>
public sealed record FreshnessPolicy(int FreshForHours, int StaleAfterHours)
{
    [JsonIgnore]
    public TimeSpan FreshFor => TimeSpan.FromHours(FreshForHours);

    [JsonIgnore]
    public TimeSpan StaleAfter => TimeSpan.FromHours(StaleAfterHours);

    /// <summary>
    /// By the later of the clock and the site's last event: a clock that is put back makes no figure newer. A figure from a time that
    /// is still to come was recorded by a clock that was ahead, so nobody knows its age: it is stale.
    /// </summary>
    public Freshness Of(Site site, DateTimeOffset now) => site switch
    {
        { Unreadable: not null } => Freshness.Unreadable,
        { Capacity.Declared: { } declared } when now < IsKnownFrom(declared) => Freshness.Stale,
        _ => At(site.Capacity.Declared, now > site.LastAt ? now : site.LastAt),
    };

    /// <summary>From when on a figure's age is taken to be known. Clocks of two machines may differ a little.</summary>
    public static DateTimeOffset IsKnownFrom(Stamp declared) => declared.At - Limits.ClockDifference;

    public Freshness At(Stamp? declared, DateTimeOffset now) => declared switch
    {
        null => Freshness.NeverDeclared,
        _ when now - declared.At <= FreshFor => Freshness.Fresh,
        _ when now - declared.At <= StaleAfter => Freshness.Ageing,
        _ => Freshness.Stale,
    };
}

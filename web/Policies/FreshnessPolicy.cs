using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Policies;

/// <summary>
/// The ages at which figures stop being fresh and become stale. Localities choose them, so the pages state them.
/// </summary>
/// <param name="FreshForHours">Fresh up to and including this age, in hours.</param>
/// <param name="StaleAfterHours">Stale beyond this age, in hours; ageing in between.</param>
public sealed record FreshnessPolicy(int FreshForHours, int StaleAfterHours)
{
    [JsonIgnore]
    public TimeSpan FreshFor => TimeSpan.FromHours(FreshForHours);

    [JsonIgnore]
    public TimeSpan StaleAfter => TimeSpan.FromHours(StaleAfterHours);

    /// <summary>
    /// Uses the later of the clock and the site's last event, so that a clock put back does not make figures newer. A figure
    /// dated in the future came from a clock that was ahead; its age is not known, so it is stale.
    /// </summary>
    public Freshness Of(Site site, DateTimeOffset now) => site switch
    {
        { Unreadable: not null } => Freshness.Unreadable,
        { Capacity.Declared: { } declared } when now < IsKnownFrom(declared) => Freshness.Stale,
        _ => At(site.Capacity.Declared, now > site.LastAt ? now : site.LastAt),
    };

    /// <summary>The time from which a figure's age counts as known, since two machines' clocks may differ a little.</summary>
    public static DateTimeOffset IsKnownFrom(Stamp declared) => declared.At - Limits.ClockDifference;

    public Freshness At(Stamp? declared, DateTimeOffset now) => declared switch
    {
        null => Freshness.NeverDeclared,
        _ when now - declared.At <= FreshFor => Freshness.Fresh,
        _ when now - declared.At <= StaleAfter => Freshness.Ageing,
        _ => Freshness.Stale,
    };
}

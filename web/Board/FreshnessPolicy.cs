using System.Text.Json.Serialization;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>The ages at which a figure ceases to be fresh and becomes stale. A choice, so the pages state it.</summary>
/// <param name="FreshForHours">Fresh up to and including this age, in hours.</param>
/// <param name="StaleAfterHours">Stale beyond this age, in hours; ageing between the two.</param>
public sealed record FreshnessPolicy(int FreshForHours, int StaleAfterHours)
{
    [JsonIgnore]
    public TimeSpan FreshFor => TimeSpan.FromHours(FreshForHours);

    [JsonIgnore]
    public TimeSpan StaleAfter => TimeSpan.FromHours(StaleAfterHours);

    public Freshness Of(Site site, DateTimeOffset now) => site.Unreadable is null ? At(site.Capacity.Declared, now) : Freshness.Unreadable;

    public Freshness At(Stamp? declared, DateTimeOffset now) => declared switch
    {
        null => Freshness.NeverDeclared,
        _ when now - declared.At <= FreshFor => Freshness.Fresh,
        _ when now - declared.At <= StaleAfter => Freshness.Ageing,
        _ => Freshness.Stale,
    };
}

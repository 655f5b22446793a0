using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Pages.Sites;

/// <summary>How far a site's figures are to be trusted, in words.</summary>
public static class FreshnessWords
{
    public static string Advice(Freshness freshness, FreshnessPolicy policy) => freshness switch
    {
        Freshness.Fresh => $"Figures count as fresh for {policy.FreshFor.TotalHours:0} hours.",
        Freshness.Ageing => $"Older than {policy.FreshFor.TotalHours:0} hours. Check them, then change them or say that nothing has changed.",
        Freshness.Stale => $"Older than {policy.StaleAfter.TotalHours:0} hours, so the board marks them and no total counts them. Check them, then change them or say that nothing has changed.",
        _ => "Nothing has been said yet, so the board shows no figures.",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(Freshness freshness) => freshness switch
    {
        Freshness.Fresh => "green",
        Freshness.Ageing => "yellow",
        Freshness.Stale => "red",
        _ => "grey",
    };

    public static Freshness Of(Site site, DateTimeOffset now) => FreshnessPolicy.Of(site.Kind).At(site.Capacity.Declared, now);
}

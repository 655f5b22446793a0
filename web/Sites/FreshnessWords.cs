using CapacityBoard.Board;
using CapacityBoard.Policies;

namespace CapacityBoard.Sites;

/// <summary>How far a site's figures are to be trusted, in words.</summary>
public static class FreshnessWords
{
    public static string Advice(Freshness freshness, FreshnessPolicy policy) => freshness switch
    {
        Freshness.Fresh => $"Figures count as fresh for {BoardText.Hours(policy.FreshForHours)}.",
        Freshness.Ageing => $"Older than {BoardText.Hours(policy.FreshForHours)}. Check them, then change them or say that nothing has changed.",
        Freshness.Stale => $"Older than {BoardText.Hours(policy.StaleAfterHours)}, so the board marks them and no total counts them. Check them, then change them or say that nothing has changed.",
        Freshness.Unreadable => "Something recorded here cannot be read by this server, which may be older than the one that recorded it. Nothing is lost, and nothing can be changed here until it can be read. Ask whoever runs the board.",
        _ => "Nothing has been said yet, so the board shows no figures.",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(Freshness freshness) => freshness switch
    {
        Freshness.Fresh => "green",
        Freshness.Ageing => "yellow",
        Freshness.Stale or Freshness.Unreadable => "red",
        _ => "grey",
    };
}

using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Policies;

/// <summary>The freshness of a site's figures in words.</summary>
public static class FreshnessWords
{
    public static string Advice(Freshness freshness, FreshnessPolicy policy) => freshness switch
    {
        Freshness.Fresh => $"Figures are fresh for {PolicyWords.Hours(policy.FreshForHours)}.",
        Freshness.Ageing => $"These figures are more than {PolicyWords.Hours(policy.FreshForHours)} old. Check them, then change them or confirm no change.",
        Freshness.Stale => $"These figures are more than {PolicyWords.Hours(policy.StaleAfterHours)} old. The board marks them as stale and does not count them in totals. Check them, then change them or confirm no change.",
        Freshness.Unreadable => "This server cannot read some of this site’s records. It may be older than the server that saved them. Nothing is lost, but you cannot change anything here until this is fixed. Tell the people who run the board.",
        _ => "No figures yet.",
    };

    public static string Of(Freshness freshness) => freshness == Freshness.Unreadable ? "Cannot be shown" : Labels.Spoken(Codes.Of(freshness));

    /// <summary>Who asked for an update: "Asked by Ama Osei at 09:12".</summary>
    public static string Asked(Stamp request, DateTimeOffset now) => $"Asked by {request.By} at {Age.Clock(request.At, now)}";

    public static string Ask(Stamp? request) => request is null ? "Ask for an update" : "Ask again";

    /// <summary>What whoever has just asked is told: that the site sees it, or that somebody had asked before.</summary>
    /// <param name="request">Null if the site gave its figures meanwhile.</param>
    public static string AfterAsking(Stamp? request, string by, DateTimeOffset now) => request switch
    {
        null => "The figures have just been updated.",
        _ when request.By == by && now - request.At < TimeSpan.FromMinutes(1) => "You asked for an update. It is in the site’s work list.",
        _ => $"{request.By} already asked at {Age.Clock(request.At, now)}. That request stands.",
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

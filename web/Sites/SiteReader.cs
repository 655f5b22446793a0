using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Hosting.Api;
using CapacityBoard.Policies;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>Reads a site: as its grain has it now, or as it stood at a past moment.</summary>
internal sealed class SiteReader(ISiteClient sites, Boards boards, BoardHistory history, LocalityPolicies policies, TimeProvider clock)
{
    /// <returns>The site and the past moment that it is of, null for now; or why it cannot be shown.</returns>
    public async Task<(SiteView? View, DateTimeOffset? Past, ProblemDetails? Problem)> Read(
        SiteKind kind, SiteKey key, AsAtQuery query, CancellationToken token)
    {
        var site = await sites.Read(kind, key);
        if (site.Details?.Kind != kind)
        {
            return (null, null, Problems.Of(new Refusal(RefusalCode.UnknownSite, $"There is no {Codes.Of(kind)} {key}.")));
        }

        await (query.IsOfNow ? Task.CompletedTask : boards.UpToDate(token));
        var now = clock.GetUtcNow();
        var asAt = query.Of(now, history.Began(key));
        if (asAt.Problems.Count > 0)
        {
            return (null, null, AsAtQuery.ProblemOf(asAt));
        }

        if (!asAt.IsPast)
        {
            return (SiteView.Of(site, site.Details, policies.Of(key.Locality, now), now), null, null);
        }

        var past = await asAt.Read(history, key.Locality, token);
        return past?.Find(key) is { Details: { } details } then
            ? (SiteView.Of(then, details, past.Policy, past.At), past.At, null)
            : (null, null, AsAtQuery.ProblemOf(asAt.NotOnTheBoard(site.Details.Name)));
    }
}

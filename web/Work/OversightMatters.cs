using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Work;

/// <summary>What waits for a commissioner: places that nobody hears from, and suspensions that nobody looks at.</summary>
internal static class OversightMatters
{
    private static readonly TimeSpan StaleFor = TimeSpan.FromDays(3);
    private static readonly TimeSpan SuspendedFor = TimeSpan.FromDays(14);

    public static IEnumerable<Matter> Of(Site place, FreshnessPolicy policy, DateTimeOffset now)
    {
        var (name, path) = (place.Details!.Name, Paths.OfSite(place.Key));
        if (place.Capacity.Declared is { } declared && declared.At + policy.StaleAfter + StaleFor <= now)
        {
            var call = place.Details.Telephone is { } telephone ? $": call {telephone}" : "";
            var asked = place.Capacity.Requested is { } request ? $". {FreshnessWords.Asked(request, now)}" : "";
            yield return new(MatterKind.ChaseFigures, place.Key, name, "figures", null, $"No figures since {QuickTimes.Of(declared.At, now)}{call}{asked}", path, declared.At, Act: Ask(place, now));
        }

        foreach (var suspension in place.Capacity.Suspensions.Where(each => each.IsLive(now) && each.Until is null && each.Since.At + SuspendedFor <= now))
        {
            var what = suspension.Type is { } type ? $"{Labels.Of(type)} suspended" : "Suspended";
            yield return new(MatterKind.ReviewSuspension, place.Key, name, $"{suspension.Type}", null, $"{what} since {QuickTimes.Of(suspension.Since.At, now)}, without an end: {suspension.Reason}", path, suspension.Since.At);
        }
    }

    /// <summary>Null while a request stands, so that another one would change nothing.</summary>
    private static MatterAct? Ask(Site place, DateTimeOffset now)
    {
        var command = new RequestFigures();
        return SiteDecisions.Decide(command, place, new(now, "figures")).Events.IsEmpty
            ? null
            : new(FreshnessWords.Ask(place.Capacity.Requested), "You asked for an update. It is in the site’s work list.", place.Kind, place.Key, command);
    }
}

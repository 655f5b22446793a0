using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

using static CapacityBoard.Choices.ExclusionReason;

namespace CapacityBoard.Choices;

/// <summary>
/// Why a person cannot be placed somewhere now. It gives every reason, so that nobody rings about one and then meets the next.
/// </summary>
internal static class Exclusions
{
    private static readonly TimeSpan DeclinedCountsFor = TimeSpan.FromDays(7);

    public static ImmutableArray<Exclusion> Of(Fit fit)
    {
        ImmutableArray<Exclusion> found = [];
        foreach (var exclusion in (ReadOnlySpan<Exclusion?>)[OfClosure(fit), OfSuspension(fit), OfAge(fit), OfService(fit), OfDistance(fit), OfAnswer(fit)])
        {
            found = exclusion is null ? found : found.Add(exclusion);
        }

        return found;
    }

    private static Exclusion? OfClosure(Fit fit) =>
        fit.Site.Closed is { } closed ? new(Closed, "It is closed.", Quote(closed.Reason, closed.Since)) : null;

    private static Exclusion? OfSuspension(Fit fit)
    {
        var capacity = fit.Site.Capacity;
        if (capacity.Suspensions.FirstOrDefault(each => each.Type is null && each.IsLive(fit.Now)) is { } whole)
        {
            return new(ExclusionReason.Suspended, $"Placements here are suspended{Until(whole, fit.Now)}.", Quote(whole.Reason, whole.Since));
        }

        return fit.Beds.IsEmpty && fit.Suspended is [var (type, suspension), ..]
            ? new(ExclusionReason.Suspended, $"Placements in its {BedWords.Noun(type, 2)} are suspended{Until(suspension, fit.Now)}.", Quote(suspension.Reason, suspension.Since))
            : null;
    }

    private static Exclusion? OfAge(Fit fit) => fit.Freshness switch
    {
        Freshness.NeverDeclared => new(NeverDeclared, "No figures yet."),
        Freshness.Unreadable => new(CannotBeShown, "Its figures cannot be shown at the moment."),
        Freshness.Stale => new(Stale, $"Its figures are stale: last updated {Age.Of(fit.Site.Capacity.Declared!.At, fit.Now)}."),
        _ => null,
    };

    /// <summary>For a place without a declaration, only its kind can tell.</summary>
    private static Exclusion? OfService(Fit fit)
    {
        if (!fit.Beds.IsEmpty || !fit.Suspended.IsEmpty)
        {
            return null;
        }

        if (!BedTypes.Of(fit.Site.Kind).Intersect(fit.Sought.Needs.Types).Any())
        {
            return new(WrongService, $"{Article(fit.Site.Kind)} has no beds of a suitable type.");
        }

        return fit.Freshness is Freshness.NeverDeclared or Freshness.Unreadable
            ? null
            : new(WrongService, $"It has no beds of a suitable type: {What(fit.Site.Capacity)}.");
    }

    private static Exclusion? OfDistance(Fit fit) =>
        fit.Sought.IsTooFar(fit.Kilometres, fit.Wish is not null)
            ? new(TooFar, $"It is {Miles.Words(fit.Kilometres!.Value)} from {fit.Sought.Near!.Name}. The limit is {Miles.Limit(fit.Sought.Needs.WithinKilometres!.Value)}.")
            : null;

    /// <summary>A place that declined but now holds a bed for the person has changed its mind.</summary>
    private static Exclusion? OfAnswer(Fit fit) => fit.Held is null
        && fit.Site.Capacity.Ended.LastOrDefault(ended =>
            ended.Ending == HoldEnding.Declined && fit.Sought.IsTheirs(ended.Hold) && fit.Now - ended.Ended.At <= DeclinedCountsFor) is { } declined
            ? new(Declined, $"It declined this person {QuickTimes.Of(declined.Ended.At, fit.Now)}.", Quote(declined.Reason, declined.Ended))
            : OfEnquiry(fit);

    /// <summary>A place that said no and was asked again since may say yes this time.</summary>
    private static Exclusion? OfEnquiry(Fit fit) => fit.Held is null && fit.Asked is null
        && fit.Site.Enquiries.Ended.LastOrDefault(ended => ended.Ending == EnquiryEnding.Declined && fit.Sought.IsTheirs(ended.Enquiry) && fit.Now - ended.Ended.At <= DeclinedCountsFor) is { } no
            ? new(Declined, $"It said {QuickTimes.Of(no.Ended.At, fit.Now)} that it cannot take this person: {(no.Because is { } because ? EnquiryWords.Of(because).ToLowerInvariant() : "no reason given")}.", Quote(no.Note, no.Ended))
            : null;

    private static string Article(SiteKind kind) => kind switch
    {
        SiteKind.IntermediateCareUnit => "An intermediate care unit",
        SiteKind.HomeCareProvider => "A home care provider",
        _ => "A care home",
    };

    private static string What(Capacity capacity) => capacity.Lines.IsEmpty
        ? "it has none"
        : $"it has {string.Join(", ", capacity.Lines.Select(line => BedWords.Noun(line.Type, 2)))}";

    internal static string Until(Suspension suspension, DateTimeOffset now) => suspension.Until is { } until ? $" until {QuickTimes.Of(until, now)}" : "";

    internal static string Quote(string? reason, Stamp stamp) => string.IsNullOrEmpty(reason) ? stamp.By : $"“{reason}”, {stamp.By}";
}

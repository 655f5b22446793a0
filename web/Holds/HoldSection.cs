using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Holds;

/// <summary>The holds on a site's own page, and the site's answers to them.</summary>
internal sealed record HoldSection(SitePage Page)
{
    public const string Id = "holds";

    /// <summary>Live holds, the next to arrive first.</summary>
    public IReadOnlyList<Hold> Holds => [.. Page.Site.Capacity.LiveHolds(Page.Now).OrderBy(hold => hold.Arrival ?? hold.Until)];

    /// <summary>True if people are admitted by reference, into a bed.</summary>
    public bool RecordsStays => Page.Site.Kind.RecordsStays();

    /// <summary>How long before the planned arrival a place is asked whether the person has arrived.</summary>
    private static readonly TimeSpan NearArrival = TimeSpan.FromHours(4);

    /// <summary>Arrivals of the last hour, which can still be undone; newest first.</summary>
    public IReadOnlyList<EndedHold> JustArrived =>
        [.. Page.Site.Capacity.Ended.Where(ended => ended.Ending == HoldEnding.Admitted && Page.Now - ended.Ended.At < TimeSpan.FromHours(1)).Reverse()];

    /// <summary>True if the person may arrive at any moment, or nobody knows when they will.</summary>
    public static bool IsArrivalNear(Hold hold, DateTimeOffset now) => hold.Arrival is not { } arrival || arrival - NearArrival <= now;

    /// <summary>A hold as both sides see it.</summary>
    public PlaceHeld Held(Hold hold) => new(Page.Site.Key, Page.Details, hold, null);

    /// <summary>The usual times for an assessment that are before the hold expires.</summary>
    public IReadOnlyList<Option> TimesToAssess(Hold hold) => [.. QuickTimes.Next(Page.Now).Where(time => TypedTime.Choice(time.Value) <= hold.Until)];

    /// <summary>Where a hold's person is admitted, for sites that record people.</summary>
    public static string AdmissionPath(Site place, Hold hold) =>
        $"{Paths.OfSite(place.Key)}{(place.Kind == SiteKind.Ward ? "" : "/people")}?hold={Uri.EscapeDataString(hold.Id)}#admission";

    public static AcceptHold Accept(SentForm form) => new(HoldIn(form));

    public static DeclineHold Decline(SentForm form) => new(HoldIn(form), Reasons.Read(form));

    public static AdmitOnHold Admit(SentForm form) => new(HoldIn(form));

    public PlanAssessment Assess(SentForm form)
    {
        var (hold, at) = (HoldIn(form), form.Time("at"));
        if (at is null && form.IsValid)
        {
            form.AddProblem("at-date", "Choose a date for the assessment.");
        }
        else if (at <= Page.Now)
        {
            form.AddProblem("at-time", "Choose a time in the future.");
        }
        else if (Page.Site.Capacity.Hold(hold) is { } held && at > held.Until)
        {
            form.AddProblem("at-date", $"The bed is held only until {QuickTimes.Of(held.Until, Page.Now)}. Choose an earlier time, or ask the transfer team to extend the hold.");
        }

        return new(hold, at.GetValueOrDefault(), form.Optional("note", Limits.LongText));
    }

    public static string HoldIn(SentForm form) => form.Required("hold", "Choose a hold.");
}

using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>What every site says of its beds, whatever its kind.</summary>
internal abstract class BedsPage(SitePageServices services) : SitePage(services)
{
    private const string HoldsId = "holds";

    /// <summary>What a site's places are called: "beds", or "packages" in home care.</summary>
    public string Places => Site.Kind == SiteKind.HomeCareProvider ? "packages" : "beds";

    /// <summary>Live holds, the next to come first.</summary>
    public IReadOnlyList<Hold> Holds => [.. Site.Capacity.LiveHolds(Now).OrderBy(hold => hold.Arrival ?? hold.Until)];

    /// <summary>True where people are admitted by their reference, into a bed.</summary>
    public bool RecordsStays => Site.Kind.RecordsStays();

    public IReadOnlyList<Suspension> Suspensions => [.. Site.Capacity.Suspensions.Where(suspension => suspension.IsLive(Now))];

    protected override bool ShowsThePast => true;

    protected override IEnumerable<string?> StaysShown => Holds.Select(hold => hold.Stay);

    public Task<IActionResult> OnPostConfirmAsync() =>
        Change(_ => new ConfirmUnchanged(), _ => "You confirmed no change to the figures.");

    public Task<IActionResult> OnPostNumbersAsync() => Change(form => LineNumbers.Typed(form, Site), Free);

    public Task<IActionResult> OnPostCloseAsync() =>
        Change(form => new CloseBeds(TypeIn(form), form.Count("beds", "How many to close", least: 1), Reasons.Read(form)), Free);

    public Task<IActionResult> OnPostReopenAsync() =>
        Change(form => new ReopenBeds(TypeIn(form), form.Count("beds", "How many to reopen", least: 1)), Free);

    public Task<IActionResult> OnPostAcceptAsync() => Change(
        form => new AcceptHold(HoldIn(form)), _ => "Accepted. The ward can see this.", _ => HoldsId);

    public Task<IActionResult> OnPostAssessAsync() => Change(
        AssessmentIn, form => $"Assessment planned {QuickTimes.Of(form.Time("at")!.Value, Now)}. The ward can see this.", _ => HoldsId);

    public Task<IActionResult> OnPostDeclineAsync() => Change(
        form => new DeclineHold(HoldIn(form), Reasons.Read(form)), form => $"Hold declined. {Free(form)}");

    /// <summary>A hold of this site, as its two sides see it.</summary>
    public PlaceHeld Held(Hold hold) => new(Site.Key, Details, hold, null);

    /// <summary>When an assessment may be, of the usual times: before the hold runs out.</summary>
    public IReadOnlyList<Option> TimesToAssess(Hold hold) => [.. QuickTimes.Next(Now).Where(time => TypedTime.Choice(time.Value) <= hold.Until)];

    /// <summary>Where the person of a hold is admitted, where people are recorded.</summary>
    public string AdmissionPath(Hold hold) =>
        $"~{BoardText.PathOf(Site.Key)}{(Site.Kind == SiteKind.Ward ? "" : "/people")}?hold={Uri.EscapeDataString(hold.Id)}#admission";

    protected static string HoldIn(SentForm form) => form.Required("hold", "Choose a hold.");

    protected static BedType TypeIn(SentForm form) => form.Code<BedType>("type", "Choose a bed type.");

    private PlanAssessment AssessmentIn(SentForm form)
    {
        var (hold, at) = (HoldIn(form), form.Time("at"));
        if (at is null && form.IsRight)
        {
            form.Wrong("at-date", "Choose a date for the assessment.");
        }
        else if (at <= Now)
        {
            form.Wrong("at-time", "Choose a time in the future.");
        }
        else if (Site.Capacity.Hold(hold) is { } held && at > held.Until)
        {
            form.Wrong("at-date", $"The bed is held only until {QuickTimes.Of(held.Until, Now)}. Choose an earlier time, or ask the transfer team to extend the hold.");
        }

        return new(hold, at.GetValueOrDefault(), form.Optional("note", Limits.LongText));
    }

    /// <summary>How many beds of the form's type are free now, in words.</summary>
    protected string Free(SentForm form) => Site.Capacity.Line(TypeIn(form)) is { } line
        ? BedWords.Free(line.Type, Site.Capacity.Unpromised(line, Now))
        : $"{Labels.Of(TypeIn(form))} is off the board.";
}

using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>The acts on beds that every kind of site has.</summary>
internal abstract class BedsPage(SitePageServices services) : SitePage(services)
{
    /// <summary>The word for a site's places: "beds", or "packages" in home care.</summary>
    public string Places => Site.Kind == SiteKind.HomeCareProvider ? "packages" : "beds";

    public HoldSection HoldsHere => new(this);

    public IReadOnlyList<Suspension> Suspensions => [.. Site.Capacity.Suspensions.Where(suspension => suspension.IsLive(Now))];

    /// <summary>True if the viewer asks the site for figures that are not fresh.</summary>
    public bool AsksForFigures => !AsAt.IsPast && Freshness is not (Freshness.Fresh or Freshness.Unreadable) && BoardAccess.Of(Caller, Locality).Asking(Site.Key);

    protected override bool ShowsThePast => true;

    protected override IEnumerable<string?> StaysShown => HoldsHere.Holds.Select(hold => hold.Stay);

    public Task<IActionResult> OnPostConfirmAsync() =>
        Change(_ => new ConfirmUnchanged(), _ => "You confirmed no change to the figures.");

    public Task<IActionResult> OnPostAskAsync() =>
        Change(_ => new RequestFigures(), _ => FreshnessWords.AfterAsking(Site.Capacity.Requested, Caller.Name, Now));

    public Task<IActionResult> OnPostNumbersAsync() => Change(form => LineNumbers.Typed(form, Site), Free);

    public Task<IActionResult> OnPostCloseAsync() =>
        Change(form => new CloseBeds(TypeIn(form), form.Count("beds", "How many to close", least: 1), Reasons.Read(form)), Free);

    public Task<IActionResult> OnPostReopenAsync() =>
        Change(form => new ReopenBeds(TypeIn(form), form.Count("beds", "How many to reopen", least: 1)), Free);

    public Task<IActionResult> OnPostAcceptAsync() => Change(
        HoldSection.Accept, _ => "Accepted. The ward can see this.", _ => HoldSection.Id);

    public Task<IActionResult> OnPostAssessAsync() => Change(
        HoldsHere.Assess, form => $"Assessment planned {QuickTimes.Of(form.Time("at")!.Value, Now)}. The ward can see this.", _ => HoldSection.Id);

    public Task<IActionResult> OnPostDeclineAsync() => Change(
        HoldSection.Decline, form => $"Hold declined. {Free(form)}");

    protected static BedType TypeIn(SentForm form) => form.Code<BedType>("type", "Choose a bed type.");

    /// <summary>How many beds of the form's type are free now, in words.</summary>
    protected string Free(SentForm form) => Site.Capacity.Line(TypeIn(form)) is { } line
        ? BedWords.Free(line.Type, Site.Capacity.Unpromised(line, Now))
        : $"{Labels.Of(TypeIn(form))} is off the board.";
}

using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Pages.Sites;

/// <summary>What every site says of its beds, whatever its kind.</summary>
public abstract class BedsPage(Boards boards, IGrainFactory grains, TimeProvider clock) : ChangePage(boards, grains, clock)
{
    /// <summary>What a site's places are called: "beds", or "packages" in home care.</summary>
    public string Places => Site.Kind == SiteKind.HomeCareProvider ? "packages" : "beds";

    /// <summary>Live holds, the next to come first.</summary>
    public IReadOnlyList<Hold> Holds => [.. Site.Capacity.LiveHolds(Now).OrderBy(hold => hold.Arrival ?? hold.Until)];

    public IReadOnlyList<Suspension> Suspensions => [.. Site.Capacity.Suspensions.Where(suspension => suspension.IsLive(Now))];

    protected override bool ShowsThePast => true;

    public Task<IActionResult> OnPostConfirmAsync() =>
        Change(_ => new ConfirmUnchanged(), _ => "Nothing has changed: the figures are right as of now.");

    public Task<IActionResult> OnPostNumbersAsync() => Change(form => LineNumbers.Typed(form, Site), Free);

    public Task<IActionResult> OnPostCloseAsync() =>
        Change(form => new CloseBeds(TypeIn(form), form.Count("beds", "How many to close", least: 1), Reasons.Read(form)), Free);

    public Task<IActionResult> OnPostReopenAsync() =>
        Change(form => new ReopenBeds(TypeIn(form), form.Count("beds", "How many to reopen", least: 1)), Free);

    protected static BedType TypeIn(SentForm form) => form.Code<BedType>("type", "Choose the bed type.");

    /// <summary>How many beds of the form's type are free now, in words.</summary>
    protected string Free(SentForm form) => Site.Capacity.Line(TypeIn(form)) is { } line
        ? BedWords.Free(line.Type, Site.Capacity.Unpromised(line, Now))
        : $"{Labels.Of(TypeIn(form))} is off the board.";
}

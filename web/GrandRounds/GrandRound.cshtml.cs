using CapacityBoard.Access.Audit;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.GrandRounds;

/// <summary>A hospital's round: its long stays, one of them open for review.</summary>
internal sealed class GrandRoundModel(RoundReader rounds, SiteCommands commands, AccessLog log) : RoundFormPage(rounds, commands, log)
{
    /// <summary>The part of a hospital's round that the viewer may see; null if the locality has no hospital.</summary>
    public HospitalRound? Round { get; private set; }

    /// <summary>The stay open for review; null if there is none.</summary>
    public RoundStay? Open { get; private set; }

    /// <summary>True if another review arrived before the one submitted and is shown instead.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Text typed for a person who is no longer on the list; null if there is none.</summary>
    public string? Lost { get; private set; }

    public ListAddress Address => new(Request, "site", "stay");

    /// <summary>Which of the stays are shown.</summary>
    public ListLinks Shows => new(
        "show",
        "Show",
        [
            .. List.Counts.Select(each => new PageLink($"{RoundWords.Of(each.Show)}: {each.Count}", Address.Listing(("show", Codes.Of(each.Show))), each.Show == List.Show)),
            .. List.Ward is null ? Array.Empty<PageLink>() : [new("All wards", Address.Listing(("ward", null)), IsCurrent: false)],
        ]);

    /// <summary>The stays as the address asks for them.</summary>
    public RoundList List { get; private set; } = RoundList.Empty;

    /// <summary>The first stay to review; null if there is none that the viewer may review.</summary>
    public RoundStay? First => List.Next(after: null, MayReview);

    /// <summary>The round's newest review, for those who work on it together; null if there is none.</summary>
    public RoundStay? Newest => Round?.Stays.Where(stay => stay.IsReviewed).MaxBy(stay => stay.Stay.Round!.Last!.Reviewed.At);

    public IReadOnlyList<string> Owners => RoundTeams.In((Round?.Stays ?? []).SelectMany(stay => stay.OpenActions));

    public override string AfterActionId => "open";

    public override Dictionary<string, string> RouteOf(SiteKey site, Stay stay) =>
        Address.Fields(("hospital", Round!.Hospital), ("site", site.Value), ("stay", stay.Reference));

    /// <summary>The address of the page with a stay open, or with none.</summary>
    public string PathTo(RoundStay? stay) =>
        Address.With(("hospital", Round!.Hospital), ("site", stay?.Site.Value), ("stay", stay?.Stay.Reference));

    public Task<IActionResult> OnPostReviewAsync() => Act(form => ReviewForm.Read(form, Today), ReviewedSaid, AfterReview);

    protected override bool ShowsThePast => true;

    protected override async Task<bool> Read()
    {
        var asked = Request.Query["hospital"].ToString();
        var hospital = asked.Length > 0 ? asked : Moment.HospitalOf(MaySeeStays);
        Round = hospital is null ? null : (await Rounds.Round(Moment, hospital, HttpContext.RequestAborted))?.With(MaySeeStays);
        var stay = Request.Query["stay"].ToString();
        Open = Round?.Stays.OrderBy(each => each.Site.Value == Request.Query["site"] ? 0 : 1).FirstOrDefault(each => StayReferences.AreSame(each.Stay.Reference, stay));
        List = Round is null ? RoundList.Empty : RoundList.Of(Round, Address, Open, Now);
        return hospital is null || Round is not null;
    }

    protected override IEnumerable<(SiteKey Site, string? Stay)> StaysShown() => List.Shown.Concat(new[] { Newest, First }.OfType<RoundStay>()).Select(stay => (stay.Site, (string?)stay.Stay.Reference));

    protected override string AfterAction(SentForm form) => $"{PathTo(Open)}#{RowIdOf(Open)}";

    protected override void Refuse(SentForm form, Refusal refusal)
    {
        if (Open is null)
        {
            Lost = ReviewForm.Typed(form);
        }

        if (refusal.Code == RefusalCode.ChangedMeanwhile && Open?.Stay.Round?.Last is { } other)
        {
            IsOvertaken = true;
            form.AddProblem(null, $"{other.Reviewed.By} reviewed this stay at {QuickTimes.Clock(other.Reviewed.At)}, while you were writing. Read that review first. Your text is still here: save again to add it as a second review.");
            return;
        }

        base.Refuse(form, refusal);
    }

    public static string RowIdOf(RoundStay? stay) => stay is null ? "stays" : ElementId.Of("row", stay.Stay.Reference);

    private string ReviewedSaid(SentForm form) => List.Next(StayIn(form), MayReview) is { } next
        ? $"{StayIn(form)} reviewed. Next: {next.Stay.Reference}, {next.Ward}, bed {next.Stay.Bed}."
        : $"{StayIn(form)} reviewed. Everyone on the list is now reviewed.";

    private string AfterReview(SentForm form) => List.Next(StayIn(form), MayReview) is { } next ? $"{PathTo(next)}#open" : $"{PathTo(null)}#stays";
}

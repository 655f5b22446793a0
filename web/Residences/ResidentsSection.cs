using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Residences;

/// <summary>The people in hospital whose usual residence is the place of a page, and the place's answers.</summary>
/// <param name="All">Those whom the viewer may see.</param>
/// <param name="Find">The ward or unit where somebody is.</param>
internal sealed record ResidentsSection(SitePage Page, IReadOnlyList<PersonsResidence> All, Func<SiteKey, Site?> Find)
{
    public const string Id = "residents";

    public IReadOnlyList<PersonsResidence> Unanswered => [.. All.Where(each => each.Word is null)];

    public IReadOnlyList<PersonsResidence> Answered => [.. All.Where(each => each.Word is not null)];

    /// <summary>How many beds or packages are kept for them today, and that none of these is free; null if none is kept.</summary>
    public string? Kept
    {
        get
        {
            var (kept, counted) = (ReturnWords.Kept(Page.Site.Kind), IsHomeCare ? "in use" : "occupied");
            return All.Count(each => each.Word?.Keeps(LocalDay.Of(Page.Now)) == true) switch
            {
                0 => null,
                1 => $"1 {kept} is kept for {(IsHomeCare ? "a person" : "a resident")} in hospital. Count it as {counted}: it is not free.",
                var several => $"{several} {kept}s are kept for {(IsHomeCare ? "people" : "residents")} in hospital. Count them as {counted}: they are not free.",
            };
        }
    }

    public bool IsHomeCare => Page.Site.Kind == SiteKind.HomeCareProvider;

    public string Heading => (IsHomeCare, Page.MayDeclare) switch
    {
        (true, true) => "People you support who are in hospital",
        (true, false) => "People supported who are in hospital",
        (false, true) => "Your residents in hospital",
        _ => "Residents in hospital",
    };

    public static AnswerReturn Answer(SentForm form)
    {
        var from = SiteKey.TryParse(form.Text("from"), out var ward) ? ward : null;
        if (from is null)
        {
            form.AddProblem(null, "Choose a person from the list.");
        }

        return new(form.Required("stay", "Choose a person from the list."), from!, form.Code<ReturnAnswer>("answer", "Choose an answer."), form.Date("keptUntil"));
    }

    public static string Said(SentForm form) => form.Code<ReturnAnswer>("answer", "") == ReturnAnswer.SameSupport
        ? "You said that the person can come back with the same support. The ward can see this."
        : "You said that you need to assess the person. The ward can see this.";
}

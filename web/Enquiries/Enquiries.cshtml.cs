using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Enquiries;

/// <summary>
/// The open enquiries at a locality's places and about people on its wards, as far as the caller may see the people: what waits for
/// whom, and until when.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnquiriesModel(Boards boards, FoldProgress progress, AccessLog log, TimeProvider clock) : PageModel
{
    private IReadOnlyList<PlaceAsked> _open = [];

    public string Locality { get; private set; } = "";

    public DateTimeOffset Now { get; private set; }

    public long Version { get; private set; }

    public ListAddress Address => new(Request);

    public EnquiryShow Show => Address.Code<EnquiryShow>("show") ?? EnquiryShow.All;

    public IReadOnlyList<PlaceAsked> Shown { get; private set; } = [];

    /// <summary>How many more are shown when all are asked for.</summary>
    public int Later { get; private set; }

    public ListLinks Shows => new("show", "Show", [.. Enum.GetValues<EnquiryShow>().Select(LinkTo)]);

    private Caller Caller => HttpContext.Caller()!;

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is not { } board)
        {
            return NotFound();
        }

        (Locality, Now, Version) = (locality, clock.GetUtcNow(), board.Version);
        _open =
        [
            .. PlacesAsked.All(boards, Now)
                .Where(asked => asked.IsOpen && (asked.Place.Key.Locality == locality || asked.Enquiry.From.Locality == locality) && MaySee(asked))
                .OrderBy(asked => EnquiryWords.Rank(asked.StandingAt(Now)))
                .ThenBy(asked => asked.Enquiry.AnswerBy),
        ];
        List<PlaceAsked> all = [.. _open.Where(asked => Is(Show, asked))];
        Shown = [.. Address.Shown(all)];
        Later = all.Count - Shown.Count;
        await log.RecordView(HttpContext, Shown.Select(asked => (asked.Enquiry.From, (string?)asked.Enquiry.Stay)));
        return Page();
    }

    public string NameOf(SiteKey site) => boards.Find(site)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(site.Name);

    public bool MayOpen(PlaceAsked asked) => Caller.MayOpen(asked.Place.Key, asked.Place.Kind);

    public bool MaySeePerson(PlaceAsked asked) => Caller.MaySee(asked.Enquiry.From, HomeOf(asked));

    private bool MaySee(PlaceAsked asked) => Caller.May(Permission.SeeStays, Scope.Of(asked.Place.Key)) || MaySeePerson(asked);

    private string? HomeOf(PlaceAsked asked) => boards.FindStay(asked.Enquiry.From, asked.Enquiry.Stay)?.Stay.HomeLocality;

    private bool Is(EnquiryShow show, PlaceAsked asked) => show switch
    {
        EnquiryShow.Unanswered => !asked.Enquiry.IsYes,
        EnquiryShow.Overdue => asked.StandingAt(Now) == EnquiryStanding.Overdue,
        EnquiryShow.Questions => asked.Enquiry.WaitsForReply,
        EnquiryShow.CanTake => asked.Enquiry.IsYes,
        _ => true,
    };

    private PageLink LinkTo(EnquiryShow show) => new(
        $"{Name(show)}: {_open.Count(asked => Is(show, asked))}", Address.With(("show", show == EnquiryShow.All ? null : Codes.Of(show)), ("all", null)), show == Show);

    private static string Name(EnquiryShow show) => show switch
    {
        EnquiryShow.Unanswered => "No answer yet",
        EnquiryShow.Overdue => "Overdue",
        EnquiryShow.Questions => "Questions to answer",
        EnquiryShow.CanTake => "Can take, no bed held",
        _ => "All open",
    };
}

/// <summary>Which open enquiries are shown.</summary>
internal enum EnquiryShow
{
    All,
    Unanswered,
    Overdue,
    Questions,
    CanTake,
}

using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.People;

/// <summary>A locality's own people wherever they are and, separately, the other people in its hospitals.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PeopleModel(Boards boards, FoldProgress progress, AccessLog log, TimeProvider clock) : PageModel
{
    private LocalityPolicy _policy = LocalityPolicy.Default;

    public string Key { get; private set; } = "";

    public string Name => Labels.OfPart(Key);

    public DateTimeOffset Now { get; private set; }

    public LocalityPeople People { get; private set; } = new([], []);

    public PeopleFilter Filter { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is not { } board)
        {
            return NotFound();
        }

        (Key, Now, Filter) = (locality, clock.GetUtcNow(), PeopleFilter.Parse(Request.Query));
        _policy = board.PolicyAt(Now);
        People = LocalityPeople.Of(locality, boards.All.SelectMany(each => each.Sites()), Filter, Now);
        await Note();
        return Page();
    }

    /// <summary>The people of a place who may be shown; others are only counted.</summary>
    public IReadOnlyList<(KnownStay Known, PersonView View)> Shown(PeopleAtPlace place) =>
        [.. place.People.Where(MaySee).Select(person => (person, new PersonView(person.Stay, _policy, Now)))];

    private bool MaySee(KnownStay person) =>
        HttpContext.Caller()!.May(Permission.SeeStays, Scope.Of(person.Site.Key), Scope.OfHome(person.Stay));

    /// <summary>Records who was shown, ward by ward.</summary>
    private Task Note() => log.RecordView(
        HttpContext,
        People.Own.Concat(People.Others).SelectMany(place => place.People).Where(MaySee).Select(person => (person.Site.Key, (string?)person.Stay.Reference)));
}

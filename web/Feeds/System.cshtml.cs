using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Feeds;

/// <summary>Who a hospital's own system says is in, compared with the board.</summary>
internal sealed class SystemModel(KnownFeeds feeds, AccessLog log, Boards boards, FoldProgress progress, TimeProvider clock) : FormPage
{
    /// <summary>The most of each list that one page shows.</summary>
    public const int MostShown = 100;

    public HospitalWards Hospital { get; private set; } = null!;

    public FeedView Feed { get; private set; } = null!;

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>How many are in hospital by its system, on wards of this board.</summary>
    public int In => Feed.Census.Count(visit => visit.Presence == VisitPresence.In);

    public bool MayChange => HttpContext.Caller()!.May(Permission.ChangeStays, Scope.Parse(Hospital.Key));

    public bool MaySetUp => HttpContext.Caller()!.May(Permission.Administer, Scope.Parse(Hospital.Key));

    public async Task<IActionResult> OnGetAsync(string locality, string hospital)
    {
        if (!await Load(locality, hospital))
        {
            return NotFound();
        }

        await log.RecordView(HttpContext, Differences.GroupBy(each => each.CanFollow).SelectMany(group => group.Take(MostShown)).Select(each => (each.Site ?? Hospital.Wards[0].Key, (string?)each.Reference)));
        return Page();
    }

    /// <summary>Does as the hospital's system says: about one person, or about all.</summary>
    public Task<IActionResult> OnPostFollowAsync(string locality, string hospital) => Change(locality, hospital, async form =>
    {
        var chosen = Differences.Where(each => each.CanFollow && (form.Text("stay") is not { } stay || each.Reference == stay)).Select(each => each.Reference).ToImmutableArray();
        if (chosen.IsEmpty)
        {
            form.AddProblem(null, "The board agrees with the hospital’s system by now.");
            return null;
        }

        await log.Write(HttpContext, Acts.HospitalFollowed, Hospital.Key, string.Join(' ', chosen));
        await feeds.Of(Hospital.Key).Follow(chosen, HttpContext.Caller()!.Name);
        return chosen.Length == 1 ? $"{chosen[0]}: the board is as the hospital’s system says." : $"{chosen.Length} patients: the board is as the hospital’s system says.";
    });

    /// <summary>Takes a list of everybody who is in.</summary>
    public Task<IActionResult> OnPostListAsync(string locality, string hospital) => Change(locality, hospital, async form =>
    {
        if (PastedInpatients.Read(form, Now) is not { } list)
        {
            return null;
        }

        if (await feeds.Of(Hospital.Key).TakeList(list, HttpContext.Caller()!.Name) is { } refusal)
        {
            form.AddProblem("list", refusal.Message);
            return null;
        }

        await log.Write(HttpContext, Acts.InpatientsListed, Hospital.Key, note: $"{list.Lines.Length} people");
        return $"List taken: {(list.Lines.Length == 1 ? "1 patient" : $"{list.Lines.Length:#,0} patients")} in hospital.";
    });

    private async Task<IActionResult> Change(string locality, string hospital, Func<SentForm, Task<string?>> act)
    {
        if (!await Load(locality, hospital))
        {
            return NotFound();
        }

        var form = await ReadForm();
        if (await act(form) is not { } said)
        {
            return Page();
        }

        Confirmation = said;
        return LocalRedirect($"{Request.PathBase}{Request.Path}");
    }

    private async Task<bool> Load(string locality, string hospital)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (Hospitals.Find(boards, $"{locality}/{hospital}") is not { } found)
        {
            return false;
        }

        Hospital = found;
        Feed = await feeds.Of(found.Key).Read();
        Differences = Feed.Definition is null ? [] : Difference.Of(Feed, found, Now);
        return true;
    }
}

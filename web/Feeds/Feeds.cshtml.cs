using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Feeds;

/// <summary>The hospitals of an administrator's localities, and how far the feed of each is.</summary>
internal sealed class FeedsModel(KnownFeeds feeds, Boards boards, FoldProgress progress, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public ImmutableArray<(HospitalWards Hospital, FeedView Feed)> Hospitals { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        var mine = new AdminScope(HttpContext.Caller()!);
        foreach (var hospital in CapacityBoard.Feeds.Hospitals.All(boards).Where(each => mine.Covers(Scope.Parse(each.Key))))
        {
            Hospitals = Hospitals.Add((hospital, await feeds.Of(hospital.Key).Read()));
        }
    }
}

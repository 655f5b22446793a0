using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>A locality's sites on the board, including everything recorded before the call.</summary>
internal interface IRegisteredSites
{
    Task<IReadOnlyList<Site>> Of(string locality, CancellationToken token);
}

/// <summary>The sites on this node's boards.</summary>
internal sealed class SitesOnBoards(Boards boards, FoldProgress progress, IJournal journal) : IRegisteredSites
{
    public async Task<IReadOnlyList<Site>> Of(string locality, CancellationToken token)
    {
        await progress.Folded(await journal.LastPosition(token), token);
        return boards.Find(locality)?.Sites() ?? [];
    }
}

/// <summary>The sites in the journal, for processes that keep no boards.</summary>
internal sealed class SitesInJournal(IJournal journal) : IRegisteredSites
{
    public async Task<IReadOnlyList<Site>> Of(string locality, CancellationToken token) =>
        [.. (await new SiteReplay(journal).At(locality, PastPoint.AtVersion(long.MaxValue), token)).Sites.Select(site => site.Site)];
}

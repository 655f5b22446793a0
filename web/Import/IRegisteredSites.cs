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
    private const int EntriesAtOnce = 2000;

    public async Task<IReadOnlyList<Site>> Of(string locality, CancellationToken token)
    {
        var sites = new SiteStates();
        for (var position = 0L; await journal.ReadFrom(position, EntriesAtOnce, token) is { Count: > 0 } entries; position = entries[^1].Position)
        {
            foreach (var entry in entries.Where(entry => entry.Site.Locality == locality))
            {
                sites.Fold(entry);
            }
        }

        return [.. sites.All];
    }
}

using CapacityBoard.Postcodes;

namespace CapacityBoard.Board;

/// <summary>The postcodes of the sites on this node's boards.</summary>
internal sealed class SitePostcodes(Boards boards) : ISitePostcodes
{
    public Task<IReadOnlyCollection<string>> All(CancellationToken token) => Task.FromResult<IReadOnlyCollection<string>>(
        [.. boards.All.SelectMany(board => board.Sites()).Select(site => site.Details?.Postcode).OfType<string>().Distinct()]);
}

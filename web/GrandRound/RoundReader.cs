using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRound;

/// <summary>Makes rounds of what this node knows of a locality.</summary>
public sealed class RoundReader(Boards boards, TimeProvider clock)
{
    /// <summary>A locality as of now, with everything that was recorded before the call; null where there is no such locality.</summary>
    public async Task<RoundMoment?> Moment(string locality, CancellationToken token)
    {
        await boards.UpToDate(token);
        if (boards.Find(locality) is not { } board)
        {
            return null;
        }

        var (version, now) = (board.Whole().Version, clock.GetUtcNow());
        return new(locality, now, board.PolicyAt(now), version, board.Sites());
    }

    /// <summary>A hospital's round; null where the locality has no such hospital.</summary>
    public async Task<HospitalRound?> Round(RoundMoment moment, string hospital, CancellationToken token) =>
        HospitalRound.Of(moment.Sites, await Before(moment, token), hospital, moment.Policy, moment.At);

    private static Task<IReadOnlyCollection<Site>?> Before(RoundMoment moment, CancellationToken token) => Task.FromResult<IReadOnlyCollection<Site>?>(null);
}

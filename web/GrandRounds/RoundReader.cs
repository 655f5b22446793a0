using System.Collections.Concurrent;
using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>Makes rounds from what this node knows of a locality, now and in the past.</summary>
public sealed class RoundReader(Boards boards, FoldProgress progress, BoardHistory history, TimeProvider clock)
{
    private const int MostRemembered = 100;

    /// <summary>
    /// Localities' wards as at the end of past rounds, cached because they no longer change and every view of the next round
    /// needs them.
    /// </summary>
    private readonly ConcurrentDictionary<(string Locality, DateOnly Day), IReadOnlyCollection<Site>> _held = new();

    /// <summary>A locality with everything recorded before the call; null if there is none.</summary>
    /// <param name="asAt">Chooses the time to show, given the present and when the locality came onto the board.</param>
    public async Task<RoundMoment?> Moment(string locality, Func<DateTimeOffset, DateTimeOffset, AsAt> asAt, CancellationToken token)
    {
        await progress.UpToDate(token);
        if (boards.Find(locality) is not { } board)
        {
            return null;
        }

        var (version, now) = (board.Whole().Version, clock.GetUtcNow());
        var (asked, sites) = (asAt(now, history.Began(locality) ?? now), board.Sites());
        var hospitals = RoundHospital.Of(sites);
        return await asked.Read(history, locality, token) is { } past
            ? new(locality, asked, past.Policy, past.Version, [.. past.Sites], hospitals)
            : new(locality, asked, board.PolicyAt(now), version, sites, hospitals);
    }

    /// <summary>A hospital's round; null if the locality has no such hospital.</summary>
    public async Task<HospitalRound?> Round(RoundMoment moment, string hospital, CancellationToken token) =>
        moment.Hospitals.FirstOrDefault(each => each.Part == hospital) is { } known
            ? HospitalRound.Of(moment.Sites, await Held(moment.Locality, moment.Week.Previous, token), known, moment.Locality, moment.Policy, moment.At)
            : null;

    /// <summary>The wards at the end of a round's day; null if nothing was recorded yet.</summary>
    private async Task<IReadOnlyCollection<Site>?> Held(string locality, RoundWeek week, CancellationToken token)
    {
        if (history.Began(locality) is not { } began || week.EndOfDay < began)
        {
            return null;
        }

        if (_held.TryGetValue((locality, week.Day), out var known))
        {
            return known;
        }

        var past = await history.At(locality, week.EndOfDay, token);
        var wards = (past?.Sites ?? []).Where(site => site.Kind == SiteKind.Ward).ToList();
        if (_held.Count >= MostRemembered)
        {
            _held.Clear();
        }

        return _held[(locality, week.Day)] = wards;
    }
}

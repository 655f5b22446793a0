using System.Diagnostics.Metrics;
using CapacityBoard.Projections;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Board;

internal sealed class BoardFigures(Boards boards, FoldProgress progress, OpenScreens screens, TimeProvider clock)
{
    private static readonly KeyValuePair<string, object?> Open = new("state", "open");
    private static readonly KeyValuePair<string, object?> RunOut = new("state", "run-out");

    public BoardGauges Gauges => new(
        () => progress.Position, () => screens.Count, () => boards.Unsent, Holds, Sites);

    private IEnumerable<Measurement<int>> Holds()
    {
        var now = clock.GetUtcNow();
        var holds = boards.All.SelectMany(board => board.Sites()).SelectMany(site => site.Capacity.Holds).CountBy(hold => hold.IsLive(now)).ToDictionary();
        return [new(holds.GetValueOrDefault(true), Open), new(holds.GetValueOrDefault(false), RunOut)];
    }

    private IEnumerable<Measurement<int>> Sites()
    {
        var counts = boards.All.Select(board => board.Whole().Totals.Sites).ToList();
        return
        [
            new(counts.Sum(each => each.Fresh), With("fresh")),
            new(counts.Sum(each => each.Ageing), With("ageing")),
            new(counts.Sum(each => each.Stale), With("stale")),
            new(counts.Sum(each => each.NeverDeclared), With("never-declared")),
            new(counts.Sum(each => each.Unreadable), With("unreadable")),
        ];
    }

    private static KeyValuePair<string, object?> With(string freshness) => new("freshness", freshness);
}

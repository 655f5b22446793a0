using System.Collections.Immutable;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>How long one site was on the board on the days asked about, and for how much of that its figures were not stale.</summary>
internal sealed class SiteTimes(DeclarationHistory site, ImmutableArray<FreshTime> times, ReportQuestion question)
{
    private readonly Dictionary<DateOnly, (TimeSpan Fresh, TimeSpan Open)> _days = times.GroupBy(time => time.Day).ToDictionary(day => day.Key, day => (Sum(day, time => time.Fresh), Sum(day, time => time.Length)));

    public SiteKey Key => site.Site;

    public SiteKind Kind => site.Kind;

    public ImmutableArray<FreshTime> Times => times;

    public TimeSpan Fresh { get; } = Sum(times, time => time.Fresh);

    public TimeSpan Open { get; } = Sum(times, time => time.Length);

    public int Updates { get; } = site.Declared.ToArray().Count(each => !each.IsReopening && question.Whole.Covers(each.At));

    public TimeSpan FreshOn(DateOnly? day) => day is { } only ? _days.GetValueOrDefault(only).Fresh : Fresh;

    public TimeSpan OpenOn(DateOnly? day) => day is { } only ? _days.GetValueOrDefault(only).Open : Open;

    private static TimeSpan Sum(IEnumerable<FreshTime> times, Func<FreshTime, TimeSpan> length) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + length(time));
}

using System.Collections.Immutable;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>The share of time in which a locality's sites had figures that were not stale, and how often they updated them.</summary>
internal sealed class FiguresKeptFresh : IReport
{
    private const string Stale = "stale";

    public string Code => "freshness";

    public string Title => "Figures kept fresh";

    public string Question => "For how much of the time were figures fresh, and which sites need a reminder?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) => Count(facts, question, new());

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) =>
        SitesOf(facts, question, policies).SelectMany(site => FreshTimes.Stale(site.Times).Select(spell => new Counted(
            spell.Day, site.Key, HospitalOrUnit.Of(site.Key), Codes.Of(site.Kind), "", Stale, null, spell.From, spell.To == question.Now ? null : spell.To)));

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var sites = SitesOf(facts, question, policies).ToList();
        return new(
            Code,
            Title,
            question,
            [
                ByDay(sites),
                new(
                    "by-kind",
                    "Figures kept fresh, by kind of site",
                    [ReportColumn.Words("kind", "Kind of site"), new("sites", "Sites"), .. Figures],
                    [.. sites.GroupBy(site => site.Kind).OrderBy(kind => kind.Key).Select(kind => Row([.. kind], new(Code: Codes.Of(kind.Key), Set: Stale), ReportCell.Of(Labels.Of(kind.Key), Codes.Of(kind.Key)), ReportCell.Of(kind.Count())))]),
                new(
                    "by-place",
                    "Figures kept fresh, by site, lowest first",
                    [ReportColumn.Words("place", "Site"), ReportColumn.Words("kind", "Kind of site"), .. Figures],
                    [
                        .. sites.OrderBy(site => site.Fresh / site.Open).ThenBy(site => facts.NameOf(site.Key), StringComparer.Ordinal)
                            .Select(site => Row([site], new(Site: site.Key.Value, Set: Stale), ReportCell.Of(facts.NameOf(site.Key), site.Key.Value), ReportCell.Of(Labels.Of(site.Kind), Codes.Of(site.Kind)))),
                    ],
                    IsFolded: true),
            ],
            [
                "Kept fresh is the share of time in which a site’s figures were fresh or ageing, and so not stale. Each kind of site has its own limit, by the policy of the time.",
                "Time starts when a site is put on the board, and does not count while it is closed. A site that never gave figures was not fresh.",
                "“Went stale” counts how often figures were left until they were stale. A time that began before these days counts too.",
                "Updates are a site’s own: declarations, confirmations, admissions, discharges, and beds closed or reopened.",
            ],
            sites.Count == 0 ? null : $"For {Share(sites).Text} of the time, figures were fresh.");
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var homes = SitesOf(facts, question, policies).Where(site => site.Kind == SiteKind.CareHome).ToList();
        var days = question.Days.Select(day => Share(homes, day)).ToImmutableArray();
        return new(Share(homes).Text, "of the last 4 weeks, care homes’ figures were fresh", Trend.OverDays(days));
    }

    private static ImmutableArray<ReportColumn> Figures { get; } = [new("fresh", "Kept fresh", HasBars: true), new(Stale, "Went stale"), new("updates", "Updates"), new("a-day", "Updates a day")];

    private static IEnumerable<SiteTimes> SitesOf(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) => facts.Declarations
        .Where(site => question.Covers(HospitalOrUnit.Of(site.Site)))
        .Select(site => new SiteTimes(site, [.. FreshTimes.Of(site, policies.HistoryOf(facts.Locality), question)], question))
        .Where(site => site.Open > TimeSpan.Zero);

    private static ReportTable ByDay(List<SiteTimes> sites)
    {
        var kinds = sites.Select(site => site.Kind).Distinct().Order().ToList();
        return new(
            "by-day",
            "Figures kept fresh, by day",
            [ReportColumn.Words("day", "Day"), .. kinds.Select(kind => new ReportColumn(Codes.Of(kind), Labels.Of(kind)))],
            [
                .. sites.SelectMany(site => site.Times).Select(time => time.Day).Distinct().Order()
                    .Select(day => new ReportRow([ReportCell.Of(day), .. kinds.Select(kind => Share(sites.Where(site => site.Kind == kind), day))])),
            ],
            Chart: [.. kinds.Select(Codes.Of)]);
    }

    private static ReportRow Row(List<SiteTimes> sites, Behind behind, params ReadOnlySpan<ReportCell> heads)
    {
        var updates = sites.Sum(site => site.Updates);
        return new(
        [
            .. heads,
            Share(sites),
            ReportCell.Of(sites.Sum(site => FreshTimes.Stale(site.Times).Count()), behind),
            ReportCell.Of(updates),
            ReportCell.Of(updates / Sum(sites, site => site.Open).TotalDays),
        ]);
    }

    private static ReportCell Share(IEnumerable<SiteTimes> sites, DateOnly? day = null)
    {
        var all = sites.ToList();
        return ReportCell.Share(Sum(all, site => site.FreshOn(day)), Sum(all, site => site.OpenOn(day)));
    }

    private static TimeSpan Sum(IEnumerable<SiteTimes> sites, Func<SiteTimes, TimeSpan> length) => sites.Aggregate(TimeSpan.Zero, (sum, site) => sum + length(site));
}

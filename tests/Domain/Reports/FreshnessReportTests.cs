using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

/// <summary>For how much of the time a site's figures were not stale.</summary>
public sealed class FreshnessReportTests
{
    private static readonly FiguresKeptFresh Report = new();

    /// <summary>Care homes are stale after 48 hours.</summary>
    [Fact]
    public void GivenHomeThatConfirmsAfterThreeDays_ThenADayOfFourWasStale()
    {
        var localities = From("2026-06-01 00:00").After(TimeSpan.FromDays(3)).Says(RecordedLocalities.Home, new ConfirmUnchanged()).After(TimeSpan.FromDays(1));

        Share(localities).ShouldBe(75);
        Of(localities, "by-place", "updates")[$"{RecordedLocalities.Home}|care-home"].ShouldBe(2);
        Of(localities, "by-place", "stale")[$"{RecordedLocalities.Home}|care-home"].ShouldBe(1);
        Of(localities, "by-day", "care-home").ShouldBe(new SortedDictionary<string, double> { ["2026-06-01"] = 100, ["2026-06-02"] = 100, ["2026-06-04"] = 100 });
        var spell = Report.Count(localities.Facts, localities.Question(), localities.Policies).Single(each => each.Site == RecordedLocalities.Home);
        (spell.From, spell.To).ShouldBe((RecordedLocalities.At(new(2026, 6, 3)), RecordedLocalities.At(new(2026, 6, 4))));
    }

    [Fact]
    public void GivenHomeThatIsClosedWhileItsFiguresWouldBeStale_ThenThatTimeDoesNotCount()
    {
        var localities = From("2026-06-01 00:00").After(TimeSpan.FromDays(1)).Says(RecordedLocalities.Home, new CloseSite("Works"))
            .After(TimeSpan.FromDays(5)).Says(RecordedLocalities.Home, new ReopenSite());

        Share(localities).ShouldBe(100);
        Share(localities.After(TimeSpan.FromDays(3))).ShouldBe(25);
    }

    [Fact]
    public void GivenShorterLimitFromADayOn_ThenItCountsFromThenOn()
    {
        var localities = From("2026-06-01 00:00").After(TimeSpan.FromDays(2));
        localities.Policies.Set([new(RecordedLocalities.Locality, RecordedLocalities.At(new(2026, 6, 2)), LocalityPolicy.Default with { CareHome = new(6, 12) })]);

        Share(localities).ShouldBe(50);
    }

    [Fact]
    public void GivenSiteThatNeverGaveFigures_ThenItWasNotFresh()
    {
        var localities = From("2026-06-01 00:00").After(TimeSpan.FromDays(1)).Registers("the-silent-house").After(TimeSpan.FromDays(1));

        Of(localities, "by-place", "stale")["stockport/the-silent-house|care-home"].ShouldBe(1);
        Of(localities, "by-kind", "fresh")["care-home"].ShouldBe(66.7);
    }

    [Fact]
    public void GivenFourWeeks_ThenTheHeadlineIsTheShareOfCareHomes()
    {
        var localities = From("2026-06-01 00:00").After(TimeSpan.FromDays(3)).Says(RecordedLocalities.Home, new ConfirmUnchanged()).After(TimeSpan.FromDays(1));

        var headline = Report.Headline(localities.Facts, localities.Question(), localities.Policies);

        (headline.Figure, headline.Words).ShouldBe(("75.0%", "of the last 4 weeks, care homes’ figures were fresh"));
    }

    [Fact]
    public void GivenAnyHistory_ThenTheShareIsThatOfTheReplayedSites() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var fresh = Of(localities, "by-place", "fresh");
        foreach (var key in RecordedLocalities.Everywhere.Where(key => key.Locality == RecordedLocalities.Locality))
        {
            var (site, isFresh, isOpen) = (Site.Empty(localities.StateOf(key).Kind, key), TimeSpan.Zero, TimeSpan.Zero);
            var own = localities.Entries.Where(entry => entry.Site == key).ToList();
            foreach (var (entry, until) in own.Zip(own.Skip(1).Select(next => next.At).Append(localities.Now)))
            {
                site = site.Apply(entry);
                var stale = site.Capacity.Declared?.At + LocalityPolicy.Default.FreshnessOf(site.Kind).StaleAfter ?? DateTimeOffset.MinValue;
                isOpen += site.Closed is null ? until - entry.At : TimeSpan.Zero;
                isFresh += site.Closed is null && stale > entry.At ? (stale < until ? stale : until) - entry.At : TimeSpan.Zero;
            }

            fresh.GetValueOrDefault($"{key}|{Codes.Of(site.Kind)}").ShouldBe(isOpen == TimeSpan.Zero ? 0 : 100 * (isFresh / isOpen), 0.051);
        }
    });

    private static RecordedLocalities From(string local) => new(RecordedLocalities.At(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    private static double Share(RecordedLocalities localities) => Of(localities, "by-place", "fresh")[$"{RecordedLocalities.Home}|care-home"];

    private static SortedDictionary<string, double> Of(RecordedLocalities localities, string table, string column) =>
        Report.Of(localities.Facts, localities.Question(), localities.Policies).Column(table, column);
}

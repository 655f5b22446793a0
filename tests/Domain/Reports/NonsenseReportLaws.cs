using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Returns;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

/// <summary>A journal may hold anything: a report of it is made all the same, and keeps nobody's board from being shown.</summary>
public sealed class NonsenseReportLaws
{
    [Fact]
    public void GivenAnyNonsense_WhenFoldedAndReported_ThenNothingThrows() => Law.HoldsForAll(Nonsense.Any, events =>
    {
        var key = GivenSite.KeyOf(SiteKind.Ward);
        var site = Site.Empty(SiteKind.Ward, key);
        var book = new FactBook();
        foreach (var (happened, at) in events.Prepend((new SiteRegistered(GivenSite.DetailsOf(SiteKind.Ward)), GivenSite.Start)))
        {
            var entry = new Journal.JournalEntry(site.Version + 1, key, site.Version + 1, at, "somebody", "operation", happened);
            var before = site;
            site = site.Apply(entry);
            book.Fold(new(entry, before, site));
        }

        var question = ReportQuestion.LastWeeks(key.Locality, GivenSite.Start.AddDays(10));
        foreach (var report in ReportList.All)
        {
            report.Of(book.Of(key.Locality), question, new LocalityPolicies()).Tables.ShouldNotBeEmpty();
            BehindLine.Of(report.Count(book.Of(key.Locality), question)).ShouldNotBeNull();
        }

        ReturnList.All.ShouldAllBe(each => each.Of(book.Of(key.Locality), new[] { site }, question).Columns.Length > 0);
    });
}

using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

/// <summary>What the report of enquiries says after any history is what its events come to, counted one by one.</summary>
public sealed class EnquiryReportLaws
{
    [Fact]
    public void GivenAnyHistory_ThenEnquiriesAnswersAndHoursAreThoseOfTheEvents() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var asked = localities.Entries.Where(entry => entry.Event is EnquiryMade && entry.Site.Locality == RecordedLocalities.Locality && localities.Question().Whole.Covers(entry.At))
            .Select(entry => (Place: entry.Site.Value, entry.At, Made: (EnquiryMade)entry.Event, Answer: localities.Entries.Find(later => later.Site == entry.Site && later.Event is EnquiryAnswered answer && answer.Id == ((EnquiryMade)entry.Event).Id)))
            .ToList();

        var report = new EnquiryAnswers().Of(localities.Facts, localities.Question(), localities.Policies);

        foreach (var place in RecordedLocalities.Everywhere.Select(site => site.Value))
        {
            var here = asked.Where(each => each.Place == place).ToList();
            var hours = here.Where(each => each.Answer is not null).Select(each => (each.Answer!.At - each.At).TotalHours).Order().ToList();
            Of("enquiries").ShouldBe(here.Count);
            Of("answered").ShouldBe(hours.Count);
            Of("median").ShouldBe(hours.Count == 0 ? 0 : Math.Round((hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2, 1), 0.051);
            Of("yes").ShouldBe(Share(here.Count(each => each.Answer?.Event is EnquiryAnswered { Answer: not PlaceAnswer.No }), hours.Count), 0.051);
            Of("last-minute").ShouldBe(Share(here.Count(each => each.Made.ReadyOn <= LocalDay.Of(each.At)), here.Count), 0.051);

            double Of(string column) => report.Column("by-place", column).GetValueOrDefault(place);
        }

        report.Column("by-hospital", "enquiries").Values.Sum().ShouldBe(asked.Count);
    });

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}

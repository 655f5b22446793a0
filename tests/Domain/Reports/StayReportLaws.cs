using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

/// <summary>What reports of people say after any history is what going through the list of entries comes to.</summary>
public sealed class StayReportLaws
{
    [Fact]
    public void GivenAnyHistory_ThenDelayedTransfersAndDaysAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var nights = (
            from stay in StayRecount.All(localities.Entries)
            from day in question.Days
            where LocalDay.StartOf(day) <= localities.Now && stay.IsDelayedAt(day)
            let ward = stay.WardAt(LocalDay.StartOf(day))
            let isHere = ward.Locality == RecordedLocalities.Locality
            where isHere || stay.Home == RecordedLocalities.Locality
            select (stay, day, ward, isHere, reason: stay.ReasonAt(day))).DistinctBy(night => (HospitalOrUnit.Of(night.ward), night.stay.Person, night.day)).ToList();

        var byDay = new DelayedTransfers().Of(localities.Facts, question, localities.Policies);
        byDay.Column("by-day", "delayed").ShouldBe(nights.Where(night => night.isHere).Counts(night => night.day.ToString("O", null)));
        byDay.Column("by-day", "elsewhere").ShouldBe(nights.Where(night => !night.isHere).Counts(night => night.day.ToString("O", null)));

        var days = new DelayedDays().Of(localities.Facts, question, localities.Policies);
        days.Column("by-reason", "days").ShouldBe(nights.Counts(night => night.reason is { } known ? Codes.Of(known.Reason) : "not-recorded"));
        days.Column("by-owner", "days").ShouldBe(nights.Counts(night => night.reason is { } known ? Codes.Of(known.Owner) : "not-recorded"));
        days.Column("by-hospital", "days").ShouldBe(nights.Counts(night => HospitalOrUnit.Of(night.ward)));
        days.Column("by-ward", "days").ShouldBe(nights.Counts(night => night.ward.Value));
        days.Column("by-ward", "people").ShouldBe(nights.Select(night => (night.ward, night.stay.Person)).Distinct().Counts(each => each.ward.Value));
    });

    [Fact]
    public void GivenAnyHistory_ThenTheTimeToLeaveIsThatCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var left = (
            from stay in StayRecount.All(localities.Entries)
            where stay.Discharge is { Destination: not Destination.Died }
            let at = stay.Discharge!.At
            let ward = stay.WardAt(at)
            where ward.Locality == RecordedLocalities.Locality || stay.Home == RecordedLocalities.Locality
            let periods = stay.Periods().Where(period => period.From <= at && (period.Withdrawn is null || period.Withdrawn > at)).ToList()
            where periods.Count > 0
            select (Row: $"{(stay.Pathway is { } pathway ? Codes.Of(pathway) : "not-recorded")}|{HospitalOrUnit.Of(ward)}", Days: (at - periods[^1].From).TotalDays)).ToList();

        var report = new TimeToLeave().Of(localities.Facts, localities.Question(), localities.Policies);

        report.Column("by-pathway", "people").ShouldBe(left.Counts(each => each.Row));
        foreach (var row in left.GroupBy(each => each.Row))
        {
            var sorted = row.Select(each => each.Days).Order().ToList();
            Rounded(report, "median", row.Key).ShouldBe(Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, 1));
            Rounded(report, "mean", row.Key).ShouldBe(Math.Round(sorted.Sum() / sorted.Count, 1));
            Rounded(report, "ninetieth", row.Key).ShouldBe(Math.Round(sorted.First(days => sorted.Count(other => other <= days) >= 0.9 * sorted.Count), 1));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenEarlyDischargesAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var left = (
            from stay in StayRecount.All(localities.Entries)
            where stay.Discharge is { Destination: not Destination.Died }
            let at = stay.Discharge!.At
            where stay.WardAt(at).Locality == RecordedLocalities.Locality
            select (Ward: stay.WardAt(at), At: LocalDay.ToLocal(at))).ToList();

        var report = new EarlyDischarges().Of(localities.Facts, localities.Question(), localities.Policies);

        report.Column("by-day", "discharges").ShouldBe(left.Counts(each => DateOnly.FromDateTime(each.At.DateTime).ToString("O", null)));
        report.Column("by-day", "before-midday").ShouldBe(left.Where(each => each.At.TimeOfDay < TimeSpan.FromHours(12)).Counts(each => DateOnly.FromDateTime(each.At.DateTime).ToString("O", null)));
        var byPlace = left.Counts(each => HospitalOrUnit.Of(each.Ward));
        if (left.Count > 0)
        {
            byPlace.Add("all", left.Count);
        }

        report.Column("by-hospital", "discharges").ShouldBe(byPlace);
    });

    [Fact]
    public void GivenAnyHistory_ThenRedDaysAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var days = (
            from stay in StayRecount.All(localities.Entries)
            from day in question.Days
            where LocalDay.Of(stay.AdmittedAt) <= day && (stay.Discharge is null || day <= LocalDay.Of(stay.Discharge.At))
            let ward = stay.WardAt(stay.Discharge is { } left && left.At < LocalDay.StartOf(day.AddDays(1)) ? left.At : LocalDay.StartOf(day.AddDays(1)))
            let mark = stay.Mark(day)
            where ward.Locality == RecordedLocalities.Locality && (mark is not null || day < LocalDay.Of(question.Now))
            select (stay, day, ward, mark)).OrderBy(day => day.mark is null).DistinctBy(each => (HospitalOrUnit.Of(each.ward), each.stay.Person, each.day)).ToList();

        var report = new RedDays().Of(localities.Facts, question, localities.Policies);

        report.Column("by-reason", "days").ShouldBe(days.Where(day => day.mark is not { IsGreen: true }).Counts(day => day.mark?.Reason is { } reason ? Codes.Of(reason) : "not-recorded"));
        report.Column("by-hospital", "days").ShouldBe(WithAll(days));
        report.Column("by-hospital", "green").ShouldBe(WithAll(days.Where(day => day.mark is { IsGreen: true })));
        report.Column("by-hospital", "silent").ShouldBe(WithAll(days.Where(day => day.mark is null)));

        static SortedDictionary<string, double> WithAll(IEnumerable<(StayRecount, DateOnly, SiteKey Ward, (bool, DelayReason?)?)> days)
        {
            var counts = days.Counts(day => HospitalOrUnit.Of(day.Ward));
            if (counts.Count > 0)
            {
                counts.Add("all", counts.Values.Sum());
            }

            return counts;
        }
    });

    private static double Rounded(Report report, string column, string row) => report.Column("by-pathway", column).GetValueOrDefault(row);
}

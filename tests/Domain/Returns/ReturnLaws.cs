using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Returns;

/// <summary>What returns say after any history is what going through the list of entries comes to.</summary>
public sealed class ReturnLaws
{
    [Fact]
    public void GivenAnyHistory_ThenTheDailyFiguresAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var expected = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        var people = new HashSet<(string, string, DateOnly)>();
        foreach (var stay in StayRecount.All(localities.Entries))
        {
            foreach (var day in question.Days.Where(day => LocalDay.StartOf(day.AddDays(1)) <= localities.Now))
            {
                var end = LocalDay.StartOf(day.AddDays(1));
                var left = stay.Discharge is { } discharge && LocalDay.Of(discharge.At) == day && discharge.Destination != Destination.Died
                    && stay.Periods().Any(period => period.From <= discharge.At && (period.Withdrawn is null || period.Withdrawn > discharge.At));
                var ward = stay.WardAt(left ? stay.Discharge!.At : end);
                var remains = stay.IsDelayedAt(day.AddDays(1)) && people.Add((HospitalOrUnit.Of(ward), stay.Person, day));
                if ((left || remains) && ward.Locality == RecordedLocalities.Locality)
                {
                    var waited = remains ? LocalDay.Midnights(stay.Periods().Last(period => period.From < end && (period.Withdrawn is null || period.Withdrawn > end)).From, end) : 0;
                    var nights = remains ? LocalDay.Midnights(stay.AdmittedAt, end) : 0;
                    var row = expected.GetValueOrDefault($"{day:O}|{HospitalOrUnit.Of(ward)}", new double[10]);
                    double[] one =
                    [
                        1, left ? 1 : 0, remains ? 1 : 0, remains && nights >= 7 ? 1 : 0, remains && nights >= 14 ? 1 : 0, remains && nights >= 21 ? 1 : 0,
                        waited, nights >= 7 ? waited : 0, nights >= 14 ? waited : 0, nights >= 21 ? waited : 0,
                    ];
                    expected[$"{day:O}|{HospitalOrUnit.Of(ward)}"] = [.. row.Zip(one, (sum, each) => sum + each)];
                }
            }
        }

        var table = new DailyDischarges().Of(localities.Facts, [], question);

        table.Rows.Select(row => $"{row.Cells[0].Value}|{row.Cells[1].Value}: {string.Join(' ', row.Cells.Skip(2).Select(cell => cell.Number))}")
            .ShouldBe(expected.Select(row => $"{row.Key}: {string.Join(' ', row.Value)}"), ignoreOrder: true);
    });

    [Fact]
    public void GivenAnyHistory_ThenDelayedTransfersByCodeAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var stays = StayRecount.All(localities.Entries).ToList();
        var expected = new List<string>();
        for (var month = new DateOnly(question.From.Year, question.From.Month, 1); month <= question.To; month = month.AddMonths(1))
        {
            var days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).ToList();
            var friday = days.Last(day => day.DayOfWeek == DayOfWeek.Thursday).AddDays(1);
            var (patients, nights) = (Codes(stays, [friday], localities.Now), Codes(stays, days, localities.Now));
            expected.AddRange(patients.Concat(nights).Distinct().Order().Select(row =>
                $"{month:yyyy-MM} {row} {(LocalDay.StartOf(friday) <= localities.Now ? patients.Count(each => each == row) : null)} {nights.Count(each => each == row)}"));
        }

        var table = new DelayedTransferReturn().Of(localities.Facts, [], question);

        table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Value))).ShouldBe(expected, ignoreOrder: true);
    });

    [Fact]
    public void GivenHomes_ThenTheirCapacityIsCountedByTypeAndClosedHomesAreLeftOut()
    {
        var localities = new RecordedLocalities(RecordedLocalities.At(new(2026, 6, 1, 9, 0, 0)))
            .Says(RecordedLocalities.Home, new DeclareVacancies([new(BedType.GeneralNursing, 10, 6, 1, "repair")]))
            .Says(RecordedLocalities.Home, new PlaceHold(BedType.GeneralNursing, "S-1"));
        localities.Says(RecordedLocalities.Home, new ExpectVacancy(BedType.GeneralNursing, localities.Now.AddHours(5), "going home"));
        var sites = RecordedLocalities.Everywhere.Select(localities.StateOf).ToList();

        var table = new CareHomeCapacity().Of(localities.Facts, sites, localities.Question());

        table.Rows.Single(row => (string?)row.Cells[0].Value == "general-nursing").Cells.Skip(1).Select(cell => cell.Number).ShouldBe([1, 10, 6, 2, 1, 1, 1]);
    }

    private static List<string> Codes(List<StayRecount> stays, List<DateOnly> days, DateTimeOffset now) =>
    [
        .. from each in (from stay in stays
                         from day in days
                         let ward = stay.WardAt(LocalDay.StartOf(day))
                         where LocalDay.StartOf(day) <= now && stay.IsDelayedAt(day) && ward.Locality == RecordedLocalities.Locality
                         select (stay, day, place: HospitalOrUnit.Of(ward))).DistinctBy(night => (night.place, night.stay.Person, night.day))
           let reason = each.stay.ReasonAt(each.day)
           select reason is { } known ? $"{known.Reason.Entry().Dtoc ?? "none"} {Sites.Codes.Of(known.Owner)}" : "none not-recorded",
    ];
}

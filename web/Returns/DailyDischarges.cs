using System.Collections.Immutable;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Returns;

/// <summary>
/// Daily discharge figures for each whole day and hospital: people who no longer met the criteria to reside and left that day or
/// were still there at its end, the midnight with which the next day begins. Units have rows like hospitals.
/// </summary>
internal sealed class DailyDischarges : IReturn
{
    private static readonly int[] Lengths = [7, 14, 21];

    public string Code => "daily-discharges";

    public string Title => "Daily discharge figures";

    public string Days => "One row for each complete day, and each hospital or unit with anyone to count.";

    public ImmutableArray<ReportColumn> Columns { get; } =
    [
        ReportColumn.Words("day", "Day, for example 2026-03-27"),
        ReportColumn.Words("hospital", "Hospital or unit key on the board"),
        new("not_meeting_criteria_to_reside", "Medically optimised people who left on the day or were still in at the end of it: the next 2 columns added together"),
        new("discharged", "Of these, people who left on the day, except people who died"),
        new("remaining", "Of these, people still in at the end of the day"),
        .. Lengths.Select(nights => new ReportColumn($"remaining_{nights}_plus", $"Of those remaining, people in hospital for {nights} midnights or more")),
        new("additional_bed_days", "Total midnights since the discharge ready date, for all those remaining"),
        .. Lengths.Select(nights => new ReportColumn($"additional_bed_days_{nights}_plus", $"The same, for those remaining with {nights} midnights or more in hospital")),
    ];

    public ReportTable Of(KnownFacts facts, IReadOnlyList<Site> sites, ReportQuestion question)
    {
        var people = new PersonDays(facts.Here);
        var counts = new SortedDictionary<(DateOnly Day, string Place), int[]>();
        foreach (var stay in facts.Here.Where(stay => stay.Optimised.Length > 0))
        {
            foreach (var (day, place, numbers) in Count(stay, people.Of(stay), question))
            {
                var sum = counts.GetValueOrDefault((day, place), new int[numbers.Length]);
                counts[(day, place)] = [.. sum.Zip(numbers, (one, other) => one + other)];
            }
        }

        return new(
            Code,
            Title,
            Columns,
            [.. counts.Select(row => new ReportRow([ReportCell.Of(row.Key.Day), ReportCell.Of(facts.NameOf(row.Key.Place), row.Key.Place), .. row.Value.Select(count => ReportCell.Of(count))]))]);
    }

    private static IEnumerable<(DateOnly Day, string Place, int[] Numbers)> Count(StayHistory stay, HashSet<DateOnly>? counted, ReportQuestion question)
    {
        var first = Math.Max(question.From.DayNumber, stay.Optimised.Min(period => LocalDay.Of(period.From)).DayNumber);
        for (var number = first; number <= question.To.DayNumber; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            var end = LocalDay.StartOf(day.AddDays(1));
            if (end > question.Now)
            {
                yield break;
            }

            if (stay.Left is { } left && left < end)
            {
                if (LocalDay.Of(left) == day && stay.Destination != Destination.Died && stay.PeriodAt(left) is not null && question.Covers(stay.WardAt(left).Place))
                {
                    yield return (day, stay.WardAt(left).Place, Row(discharged: 1, 0, 0));
                }

                yield break;
            }

            if (DelayedNights.Covering(stay, end) is { } period && question.Covers(stay.WardAt(end).Place) && counted?.Add(day) != false)
            {
                yield return (day, stay.WardAt(end).Place, Row(0, LocalDay.Midnights(stay.Admitted, end), LocalDay.Midnights(period.From, end), remaining: 1));
            }
        }
    }

    private static int[] Row(int discharged, int midnights, int additional, int remaining = 0) =>
    [
        discharged + remaining,
        discharged,
        remaining,
        .. Lengths.Select(nights => midnights >= nights ? remaining : 0),
        additional,
        .. Lengths.Select(nights => midnights >= nights ? additional : 0),
    ];
}

using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// The red and green days of stays: every day from admission to the day the person left, both included, and today once it is
/// marked. A day of two stays of one person counts once. A day's last mark counts; a day that ended without a mark is red, with
/// no reason.
/// </summary>
internal sealed class RedDays : IReport
{
    private const string Green = "green";
    private const string Red = "red";

    public string Code => "red-days";

    public string Title => "Red days";

    public string Question => "How many days did not go as planned, and why?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question)
    {
        var days = question.Days.Select(day => (Day: day, Ends: LocalDay.StartOf(day.AddDays(1)))).ToArray();
        var today = LocalDay.Of(question.Now);
        var (whole, people, silent) = (question.Whole, new PersonDays(facts.Here), new List<(HashSet<DateOnly> Counted, Counted Day)>());
        foreach (var stay in facts.Here.Where(stay => stay.Admitted < whole.Ends && !(stay.Left < whole.Begins)))
        {
            var first = Math.Max(LocalDay.Of(stay.Admitted).DayNumber, question.From.DayNumber);
            var last = Math.Min(LocalDay.Of(stay.Left ?? question.Now).DayNumber, question.To.DayNumber);
            var counted = people.Of(stay);
            for (var number = first; number <= last; number++)
            {
                var (day, ends) = days[number - question.From.DayNumber];
                var ward = stay.WardAt(stay.Left < ends ? stay.Left.Value : ends);
                var mark = stay.MarkOf(day);
                if (question.Covers(ward.Place) && (mark is not null || day < today))
                {
                    var each = Of(stay, day, ward, mark);
                    if (counted is not null && each.Code == ReportWords.NotRecorded)
                    {
                        silent.Add((counted, each));
                    }
                    else if (counted?.Add(day) != false)
                    {
                        yield return each;
                    }
                }
            }
        }

        foreach (var (counted, each) in silent.Where(other => other.Counted.Add(other.Day.Day)))
        {
            yield return each;
        }
    }

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var byReason = new Dictionary<string, int>();
        var byPlace = new Dictionary<string, (int Days, int Green, int Said)>();
        foreach (var each in Count(facts, question))
        {
            byReason[each.Code] = byReason.GetValueOrDefault(each.Code) + 1;
            var (days, green, said) = byPlace.GetValueOrDefault(each.Place);
            byPlace[each.Place] = (days + 1, green + (each.Set == Green ? 1 : 0), said + (each.Set == Red && each.Code != ReportWords.NotRecorded ? 1 : 0));
        }

        var red = byReason.Where(pair => pair.Key != Green).ToList();
        var whole = byPlace.Values.Aggregate((Days: 0, Green: 0, Said: 0), (sum, place) => (sum.Days + place.Days, sum.Green + place.Green, sum.Said + place.Said));
        var (all, silent) = (red.Sum(pair => pair.Value), byReason.GetValueOrDefault(ReportWords.NotRecorded));
        return new(
            Code,
            Title,
            question,
            [
                new(
                    "by-reason",
                    "Red days by reason",
                    [ReportColumn.Words("reason", "Reason"), new("days", "Red days", HasBars: true), new("share", "Share of red days")],
                    [
                        .. red.OrderBy(pair => pair.Key == ReportWords.NotRecorded).ThenByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ReportRow(
                            ReportCell.Of(DelayedDays.ReasonName(pair.Key), pair.Key),
                            ReportCell.Of(pair.Value, new(Code: pair.Key, Set: Red)),
                            ReportCell.Share(pair.Value, all))
                        { IsNotRecorded = pair.Key == ReportWords.NotRecorded }),
                    ],
                    Summary: silent == 0 ? null : $"{silent:#,0} of {all:#,0} red days have no reason recorded ({ReportCell.Share(silent, all).Text}). They have no bar, so that the reasons can be compared."),
                new(
                    "by-hospital",
                    "Days by hospital",
                    [
                        ReportColumn.Words("hospital", "Hospital or unit"), new("days", "Days of stays"), new("green", "Green"),
                        new("red", "Red, with a reason"), new("silent", "Red, no reason recorded"), new("share", "Share green", HasBars: true),
                    ],
                    [
                        .. byPlace.OrderBy(pair => facts.NameOf(pair.Key), StringComparer.Ordinal)
                            .Select(pair => Row(ReportCell.Of(facts.NameOf(pair.Key), pair.Key), pair.Value, new(Place: pair.Key))),
                        .. whole.Days == 0 ? [] : new[] { Row(ReportCell.Of("All", "all"), whole, new()) },
                    ]),
            ],
            [
                "Counts every day of every stay in this area’s hospitals and units, from the day of admission to the day the person left (inclusive). Today is counted once it is marked.",
                "A day is green if someone marked it green. A day marked red has a reason. A day that ended without a mark is red, with no reason recorded. The last mark for a day counts. The day belongs to the ward where the person was at the end of it, or when they left.",
            ],
            whole.Days == 0 ? null : $"{ReportCell.Share(whole.Green, whole.Days).Text} of {whole.Days:#,0} days of stays were green.");
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var (silent, days, reasons) = (0, new Dictionary<DateOnly, int>(), new Dictionary<string, int>());
        foreach (var each in Count(facts, question).Where(each => each.Set == Red))
        {
            if (each.Code == ReportWords.NotRecorded)
            {
                silent++;
                continue;
            }

            days[each.Day] = days.GetValueOrDefault(each.Day) + 1;
            reasons[each.Code] = reasons.GetValueOrDefault(each.Code) + 1;
        }

        var most = reasons.Count == 0 ? "" : $". Most common: {DelayedDays.ReasonName(reasons.MaxBy(reason => reason.Value).Key)}";
        return new(
            ReportCell.Of(days.Values.Sum()).Text,
            $"red days with a reason in the last 4 weeks{most}. Another {silent:#,0} have no reason recorded",
            Trend.OverDays(Trend.Cells(question, days)));
    }

    private static ReportRow Row(ReportCell head, (int Days, int Green, int Said) of, Behind behind) => new(
        head,
        ReportCell.Of(of.Days),
        ReportCell.Of(of.Green, behind with { Set = Green }),
        ReportCell.Of(of.Said),
        ReportCell.Of(of.Days - of.Green - of.Said, behind with { Set = Red, Code = ReportWords.NotRecorded }),
        ReportCell.Share(of.Green, of.Days));

    private static Counted Of(StayHistory stay, DateOnly day, WardSpell ward, DayMark? mark)
    {
        var code = mark switch
        {
            { IsGreen: true } => Green,
            { Reason: { } reason } => Codes.Of(reason),
            _ => ReportWords.NotRecorded,
        };
        return new(day, ward.Site, ward.Place, code, "", code == Green ? Green : Red, stay.Reference, stay.Admitted, stay.LeftFrom(ward));
    }
}

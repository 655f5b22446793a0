using CapacityBoard.Assessments;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// Hours from asked to done for assessments that were done on the days asked for, and how many are open and overdue at the end of them.
/// One that was still open when the person left is counted apart, since many of them make the times look short.
/// </summary>
internal sealed class AssessmentTimes : IReport
{
    public const string Done = "done";
    public const string Left = "left";
    public const string Open = "open";
    public const string Overdue = "overdue";

    public string Code => "assessments";

    public string Title => "Waiting for assessments";

    public string Question => "How long do people wait for an assessment, and does it differ between hospitals?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) =>
        facts.Here.Concat(facts.Elsewhere).SelectMany(stay => stay.Assessments.Select(each => Of(stay, each, question)).OfType<Counted>());

    /// <summary>The open ones past their target count as overdue too, by the policy of the locality where the person is.</summary>
    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var end = End(question);
        foreach (var counted in Count(facts, question))
        {
            yield return counted;
            if (counted.Set == Open && Codes.TryParse<AssessmentKind>(counted.Code, out var kind) && end - counted.From > policies.Of(counted.Site.Locality, end).AssessmentTargets.Of(kind))
            {
                yield return counted with { Set = Overdue };
            }
        }
    }

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) =>
        new(
            Code,
            Title,
            question,
            AssessmentTables.Of(facts, [.. Count(facts, question, policies)]),
            [
                "Done: assessments recorded as done on these days. The hours are from when the ward asked to when the assessment was done. “9 in 10 within” is the time within which 9 in 10 were done. Cancelled ones are not counted.",
                "Person left first: the person left on these days while the assessment was still open. Where many leave first, the hours look shorter than people’s waits.",
                "Open and overdue: not done at the end of the last day, or now. Overdue is past the target that the locality of the hospital sets.",
                "In other areas’ hospitals, only people who live in this area are counted. Those rows say so.",
            ]);

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var sets = Count(facts, question, policies).ToLookup(each => each.Set);
        var lengths = Lengths.Of(sets[Done].Select(AssessmentTables.HoursOf));
        return new(
            ReportCell.Of(lengths.Median, 0).Text,
            $"hours: median time from asked to done for {lengths.Count:#,0} assessments, last 4 weeks. {sets[Open].Count():#,0} are open, {sets[Overdue].Count():#,0} of them overdue");
    }

    /// <summary>Null if it counts nowhere: cancelled, ended on another day, or asked for later.</summary>
    private static Counted? Of(StayHistory stay, AssessmentSpan assessment, ReportQuestion question)
    {
        var hasLeftFirst = stay.Left is { } left && !(assessment.Ended <= left);
        var until = hasLeftFirst ? stay.Left : assessment.Ended;
        var end = End(question);
        var isOpen = until is null || until >= question.Whole.Ends || until > question.Now;
        var set = isOpen ? assessment.Asked <= end ? Open : null
            : !question.Whole.Covers(until!.Value) ? null
            : hasLeftFirst ? Left : assessment.IsDone ? Done : null;
        var ward = stay.WardAt(isOpen ? end : until!.Value);
        return set is null || !question.Covers(ward.Place)
            ? null
            : new(
                isOpen ? question.To : LocalDay.Of(until!.Value), ward.Site, ward.Place, Codes.Of(assessment.Kind), stay.Home ?? ReportWords.NotRecorded, set, stay.Reference,
                assessment.Asked, isOpen ? null : until);
    }

    /// <summary>The end of the last day, or now.</summary>
    private static DateTimeOffset End(ReportQuestion question) => question.Whole.Ends < question.Now ? question.Whole.Ends : question.Now;
}

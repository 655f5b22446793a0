using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>Delayed days by the primary reason of each, its owner, the hospital and the ward.</summary>
internal sealed class DelayedDays : IReport
{
    public string Code => "delayed-days";

    public string Title => "Delayed days";

    public string Question => "What did people wait for, who has to end it, and where did they wait?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) => DelayedNights.Of(facts, question);

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        return new(
            Code,
            Title,
            question,
            [
                Table("by-reason", "By reason", "Reason", counted, each => each.Code, ReasonName, code => new(Code: code)),
                Table("by-owner", "By who has to end it", "Owner", counted, each => each.Owner, ReportWords.Spoken, owner => new(Owner: owner)),
                Table("by-hospital", "By hospital or unit", "Hospital or unit", counted, each => each.Place, facts.NameOf, place => new(Place: place)),
                Table("by-ward", "By ward", "Ward", counted, each => each.Site.Value, site => WardName(facts, site), site => new(Site: site)),
            ],
            [
                "A delayed day is one midnight at which one person was delayed, as in the report of delayed transfers. This area’s own people in other areas’ hospitals are among them, under those hospitals.",
                "Its reason is the primary one by what had been recorded by that midnight. Where nothing had, it is the first reason recorded later that says it has held since an earlier day.",
                "“People” counts each person once in a row; one person may stand in several rows.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        var most = counted.Where(each => each.Code != ReportWords.NotRecorded).GroupBy(each => each.Code).MaxBy(reason => reason.Count());
        return new(
            counted.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            most is null ? "delayed days in four weeks" : $"delayed days in four weeks; most for: {ReasonName(most.Key)}");
    }

    public static string ReasonName(string code) => Codes.TryParse<DelayReason>(code, out var reason) ? reason.Entry().Words : "No reason recorded";

    private static string WardName(KnownFacts facts, string site) => SiteKey.Parse(site) is { Hospital: not null } ward
        ? $"{facts.NameOf(site)}, {facts.NameOf(HospitalOrUnit.Of(ward))}"
        : facts.NameOf(site);

    private static ReportTable Table(
        string code, string caption, string label, List<Counted> counted, Func<Counted, string> by, Func<string, string> name, Func<string, Behind> behind) => new(
        code,
        caption,
        [ReportColumn.Words(code["by-".Length..], label), new("days", "Delayed days", HasBars: true), new("share", "Share"), new("people", "People")],
        [
            .. counted.GroupBy(by).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new ReportRow(
                ReportCell.Of(name(group.Key), group.Key),
                ReportCell.Of(group.Count(), behind(group.Key)),
                ReportCell.Share(group.Count(), counted.Count),
                ReportCell.Of(People.In(group)))),
        ]);
}

using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>Delayed days by main reason, owner, hospital and ward.</summary>
internal sealed class DelayedDays : IReport
{
    public string Code => "delayed-days";

    public string Title => "Delayed days";

    public string Question => "Why were people delayed, who is responsible, and where were they?";

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
                Table("by-family", "By family of reasons", "Family", counted, FamilyOf, FamilyName, family => new(Family: family)),
                Table("by-owner", "By who is responsible", "Responsible", counted, each => each.Owner, ReportWords.Spoken, owner => new(Owner: owner)),
                Table("by-hospital", "By hospital or unit", "Hospital or unit", counted, each => each.Place, facts.NameOf, place => new(Place: place)),
                Table("by-ward", "By ward", "Ward", counted, each => each.Site.Value, site => WardName(facts, site), site => new(Site: site)),
            ],
            [
                "A delayed day is one midnight at which one person was delayed, as in the delayed transfers report. People who live in this area and are in other areas’ hospitals are included, under those hospitals.",
                "Its reason is the main reason recorded by that midnight. If none was recorded, it is the first reason recorded later that started on an earlier day.",
                "Reasons and their families are those of NHS England’s acute discharge situation report.",
                "“People” counts each person once in each row. A person can be in more than one row.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        var most = counted.Where(each => each.Code != ReportWords.NotRecorded).GroupBy(each => each.Code).MaxBy(reason => reason.Count());
        return new(
            ReportCell.Of(counted.Count).Text,
            most is null ? "delayed days in the last 4 weeks" : $"delayed days in the last 4 weeks. Most common reason: {ReasonName(most.Key)}",
            Trend.AtMidnights(Trend.Cells(question, counted.CountBy(each => each.Day).ToDictionary())));
    }

    public static string ReasonName(string code) => Codes.TryParse<DelayReason>(code, out var reason) ? reason.Entry().Words : "No reason recorded";

    /// <summary>The family of a reason, by the acute discharge situation report.</summary>
    public static string FamilyOf(Counted counted) => Codes.TryParse<DelayReason>(counted.Code, out var reason) ? Codes.Of(reason.Entry().Family) : ReportWords.NotRecorded;

    private static string FamilyName(string code) => Codes.TryParse<DelayFamily>(code, out var family) ? DelayWords.Of(family) : "No reason recorded";

    private static string WardName(KnownFacts facts, string site) => SiteKey.Parse(site) is { Hospital: not null } ward
        ? $"{facts.NameOf(site)}, {facts.NameOf(HospitalOrUnit.Of(ward))}"
        : facts.NameOf(site);

    private static ReportTable Table(
        string code, string caption, string label, List<Counted> counted, Func<Counted, string> by, Func<string, string> name, Func<string, Behind> behind) => new(
        code,
        caption,
        [ReportColumn.Words(code["by-".Length..], label), new("days", "Delayed days", HasBars: true), new("share", "Share"), new("people", "People")],
        [
            .. counted.GroupBy(by).OrderBy(group => group.Key == ReportWords.NotRecorded).ThenByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ReportRow(
                    ReportCell.Of(name(group.Key), group.Key),
                    ReportCell.Of(group.Count(), behind(group.Key)),
                    ReportCell.Share(group.Count(), counted.Count),
                    ReportCell.Of(People.In(group)))
                { IsNotRecorded = group.Key == ReportWords.NotRecorded }),
        ]);
}

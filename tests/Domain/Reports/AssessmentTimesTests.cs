using CapacityBoard.Assessments;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

public sealed class AssessmentTimesTests
{
    private static readonly SiteKey Ward = RecordedLocalities.Ward;

    private readonly RecordedLocalities _localities = new RecordedLocalities(RecordedLocalities.At(new(2026, 6, 1, 9, 0, 0)));

    [Fact]
    public void GivenOneDoneOneOpenAndOneWhoLeft_ThenEachCountsOnce()
    {
        Asked("S-1").Says(Ward, new RequestAssessment("S-1", AssessmentKind.SocialWork));
        Asked("S-2").Says(Ward, new RequestAssessment("S-2", AssessmentKind.SocialWork));
        Asked("S-3").Says(Ward, new RequestAssessment("S-3", AssessmentKind.SocialWork));
        _localities.At("2026-06-02 15:00").Says(Ward, new CompleteAssessment("S-1", IdOf("S-1"), AssessmentOutcome.PlanAgreed)).Says(Ward, new DischargeStay("S-2", Destination.UsualResidence));
        _localities.At("2026-06-03 09:00");

        Row("by-kind", "done").ShouldBe(1);
        Row("by-kind", "median").ShouldBe(30);
        Row("by-kind", "left").ShouldBe(1);
        Row("by-kind", "open").ShouldBe(1);
        Row("by-kind", "overdue").ShouldBe(0, "48 hours are not over");
        _localities.At("2026-06-03 09:01");
        Row("by-kind", "overdue").ShouldBe(1);
    }

    [Fact]
    public void GivenAShorterTargetOfTheLocality_ThenItDecidesWhatIsOverdue()
    {
        Asked("S-1").Says(Ward, new RequestAssessment("S-1", AssessmentKind.SocialWork)).At("2026-06-02 11:00");
        _localities.Policies.Set([new(RecordedLocalities.Locality, _localities.Now.AddHours(-1), new LocalityPolicy { AssessmentTargets = new() { SocialWork = 24 } })]);

        Row("by-kind", "overdue").ShouldBe(1);
    }

    [Fact]
    public void GivenADischargeByMistake_WhenCancelled_ThenTheAssessmentIsOpenAgain()
    {
        Asked("S-1").Says(Ward, new RequestAssessment("S-1", AssessmentKind.SocialWork)).At("2026-06-01 12:00").Says(Ward, new DischargeStay("S-1", Destination.CareHome));
        Row("by-kind", "left").ShouldBe(1);

        _localities.Says(Ward, new CancelDischarge("S-1", "wrong person"));

        (Row("by-kind", "left"), Row("by-kind", "open")).ShouldBe((0, 1));
    }

    [Fact]
    public void GivenOwnPeopleElsewhere_ThenTheTwoHospitalsStandBesideEachOtherAndTheDifferenceIsSaid()
    {
        foreach (var (key, hours) in new[] { (Ward, 10), (RecordedLocalities.Elsewhere, 100) })
        {
            for (var number = 1; number <= 5; number++)
            {
                var stay = $"S-{number}";
                _localities.Says(key, new AdmitStay(stay, stay, HomeLocality: "stockport")).Says(key, new RequestAssessment(stay, AssessmentKind.SocialWork));
                var id = _localities.StateOf(key).Stays.Find(stay)!.Assessments[0].Id;
                _localities.After(TimeSpan.FromHours(hours)).Says(key, new CompleteAssessment(stay, id, AssessmentOutcome.PlanAgreed));
            }
        }

        var report = Report();
        report.Column("by-hospital", "median").ShouldBe(new Dictionary<string, double> { ["social-work|stockport/stepping-hill"] = 10, ["social-work|manchester/wythenshawe"] = 100 }, ignoreOrder: true);
        report.Tables[0].Summary.ShouldBe("Largest difference: Social work, with a median of 10 hours at Stepping Hill and 100 hours at Wythenshawe, Manchester.");
    }

    [Fact]
    public void GivenAnyHistory_ThenDoneOpenAndLeftAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var counted = (
            from stay in StayRecount.All(localities.Entries)
            from asked in stay.Own.Where(entry => entry.Event is AssessmentRequested)
            let id = ((AssessmentRequested)asked.Event).Id
            let ended = stay.Own.Select(entry => entry.Event).OfType<AssessmentEvent>().Where(each => each.Id == id).FirstOrDefault(each => each is AssessmentCompleted or AssessmentCancelled)
            let endedAt = ended is AssessmentCompleted done ? done.At : ended is null ? null : stay.Own.Single(entry => entry.Event == ended).At as DateTimeOffset?
            let hasLeftFirst = stay.Discharge is { } left && !(endedAt <= left.At)
            let set = hasLeftFirst ? "left" : ended switch { null => "open", AssessmentCompleted => "done", _ => "cancelled" }
            let ward = stay.WardAt(hasLeftFirst ? stay.Discharge!.At : endedAt ?? localities.Now)
            where ward.Locality == RecordedLocalities.Locality || stay.Home == RecordedLocalities.Locality
            select (set, row: $"{Codes.Of(((AssessmentRequested)asked.Event).Kind)}|{HospitalOrUnit.Of(ward)}", hours: ((endedAt ?? localities.Now) - asked.At).TotalHours)).ToList();

        var report = new AssessmentTimes().Of(localities.Facts, localities.Question(), localities.Policies);

        foreach (var set in new[] { "done", "open", "left" })
        {
            report.Column("by-hospital", set).ShouldBe(counted.Where(each => each.set == set).Counts(each => each.row));
        }

        foreach (var row in counted.Where(each => each.set == "done").GroupBy(each => each.row))
        {
            var sorted = row.Select(each => each.hours).Order().ToList();
            report.Column("by-hospital", "median").GetValueOrDefault(row.Key).ShouldBe(Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, 1));
        }
    });

    private RecordedLocalities Asked(string stay) => _localities.Says(Ward, new AdmitStay(stay, stay, HomeLocality: "stockport"));

    private string IdOf(string stay) => _localities.StateOf(Ward).Stays.Find(stay)!.Assessments[0].Id;

    private Report Report() => new AssessmentTimes().Of(_localities.Facts, _localities.Question(), _localities.Policies);

    private double Row(string table, string column) => Report().Column(table, column).GetValueOrDefault("social-work");
}

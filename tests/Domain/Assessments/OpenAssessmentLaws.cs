using CapacityBoard.Policies;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Assessments;

/// <summary>The work list after any history is what going through the entries comes to.</summary>
public sealed class OpenAssessmentLaws
{
    [Fact]
    public void GivenAnyHistory_ThenEveryOpenAssessmentOfTheLocalitysPeopleIsListedOnceLongestAskedFirst() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var lost = RecordedLocalities.Everywhere.SelectMany(ward => localities.StateOf(ward).Stays.All.Where(stay => LeftFromTheNextWard(localities, ward, stay)))
            .Select(stay => StayReferences.Key(stay.Reference)).ToHashSet();
        var expected = (
            from stay in StayRecount.All(localities.Entries)
            where stay.Discharge is null && !lost.Contains(stay.Person)
            let ward = stay.WardAt(localities.Now)
            where ward.Locality == RecordedLocalities.Locality || stay.Home == RecordedLocalities.Locality
            from asked in stay.Own.Where(entry => entry.Event is AssessmentRequested)
            let id = ((AssessmentRequested)asked.Event).Id
            where !stay.Own.Any(entry => entry.Event is AssessmentCompleted or AssessmentCancelled && ((AssessmentEvent)entry.Event).Id == id)
            orderby asked.At, stay.Reference
            select (HospitalOrUnit.Of(ward), stay.Person, id, IsOverdue: localities.Now - asked.At > new AssessmentTargets().Of(((AssessmentRequested)asked.Event).Kind))).ToList();

        var open = OpenAssessment.In(RecordedLocalities.Locality, RecordedLocalities.Everywhere.Select(localities.StateOf), _ => LocalityPolicy.Default, localities.Now)
            .Where(each => !lost.Contains(StayReferences.Key(each.Person.Stay.Reference))).ToList();

        open.Select(each => (each.Place, StayReferences.Key(each.Person.Stay.Reference), each.Assessment.Id, each.View.IsOverdue)).ShouldBe(expected, ignoreOrder: true);
        open.Select(each => each.Assessment.Asked.At).ShouldBeInOrder();
        new AssessmentFilter(IsOverdueOnly: true).ShouldSatisfyAllConditions(filter => open.Count(filter.Shows).ShouldBe(expected.Count(each => each.IsOverdue)));
    });

    /// <summary>True for what a fault left of somebody who was moved on and has left from there. Recovery takes it away.</summary>
    private static bool LeftFromTheNextWard(RecordedLocalities localities, SiteKey ward, Stay stay) => stay.Transfer is { } transfer
        && localities.StateOf(transfer.To).Stays.Find(stay.Reference) is null
        && localities.Entries.Any(entry => entry.Site == transfer.To && entry.At >= transfer.Begun && entry.Event is TransferAccepted accepted
            && accepted.From == ward && StayReferences.AreSame(accepted.Stay.Reference, stay.Reference));
}

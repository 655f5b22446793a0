using CapacityBoard.Access;
using CapacityBoard.Assessments;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>The person's assessments and their forms.</summary>
internal sealed partial class StayModel
{
    public bool MayAssess => May(Permission.Assess);

    /// <summary>The open ones first, longest asked first, then those that have ended, the latest first.</summary>
    public IReadOnlyList<AssessmentItem> AssessmentsOf(PersonView person) =>
    [
        .. person.Stay.Assessments.OrderBy(each => !each.IsOpen).ThenBy(each => each.IsOpen ? each.Asked.At : DateTimeOffset.MinValue).ThenByDescending(each => each.Ended?.At.At)
            .Select(each => new AssessmentItem(
                this,
                new(each, Policy.AssessmentTargets.Of(each.Kind), Now),
                new() { ["site"] = Site.Key.Value, ["stay"] = Reference },
                MayAssess,
                MayPlan,
                Fallback: "asked",
                IsWhole: true)),
    ];

    public Task<IActionResult> OnPostAskAssessmentAsync() => Change(
        form => AssessmentForm.Request(form, Reference), _ => $"Assessment asked for.{(Person?.Stay.Optimised is null ? "" : " Reasons for delay show whether it delays the person.")}");

    public Task<IActionResult> OnPostPromiseAssessmentAsync() => Change(form => AssessmentForm.Promise(form, Reference), _ => "Time promised.");

    public Task<IActionResult> OnPostStartAssessmentAsync() => Change(form => AssessmentForm.Start(form, Reference), _ => "Assessment started.");

    public Task<IActionResult> OnPostCompleteAssessmentAsync() => Change(
        form => AssessmentForm.Complete(form, Reference), form => AssessmentForm.Ended(form, Site, Reference));

    public Task<IActionResult> OnPostCancelAssessmentAsync() => Change(
        form => AssessmentForm.Cancel(form, Reference), form => AssessmentForm.Ended(form, Site, Reference));
}

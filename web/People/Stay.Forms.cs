using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>The page's forms.</summary>
internal sealed partial class StayModel
{
    public Task<IActionResult> OnPostPathwayAsync() => Change(
        form => new SetPathway(Reference, form.Text("pathway") is null ? null : form.Code<Pathway>("pathway", "Choose a pathway.")), _ => "Pathway set.");

    public Task<IActionResult> OnPostNeedsAsync() => Change(
        form => new SetNeeds(Reference, NeedsForm.In(form, Names)), _ => "Needs recorded.");

    public Task<IActionResult> OnPostDelayAsync() => Change(DelayIn, _ => "Delay recorded.");

    public Task<IActionResult> OnPostEndDelayAsync() => Change(
        form => new EndDelay(Reference, ReasonIn(form)), _ => "Delay marked as resolved.");

    public Task<IActionResult> OnPostPrimaryDelayAsync() => Change(
        form => new RecordDelay(Reference, ReasonIn(form), Note: DelayOf(ReasonIn(form))?.Note, Primary: true), _ => "Main reason changed.");

    public Task<IActionResult> OnPostDayAsync() => Change(DayIn, form => $"{QuickTimes.Day(DayOf(form), LocalDay.Of(Now))} marked.");

    public Task<IActionResult> OnPostExpectedDischargeAsync() => Change(
        form => new SetExpectedDischarge(Reference, form.Date("date"), form.Optional("reason", Limits.LongText)),
        form => form.Date("date") is { } day ? $"Expected to leave {QuickTimes.InSentence(day, LocalDay.Of(Now))}." : "Expected date of discharge removed.");

    public Task<IActionResult> OnPostOptimisedAsync() => Change(
        form => new DeclareMedicallyOptimised(Reference, form.Time("at")), _ => "Declared medically optimised.");

    public Task<IActionResult> OnPostWithdrawAsync() => Change(
        form => new WithdrawMedicallyOptimised(Reference, Reasons.Read(form)), _ => "No longer medically optimised.");

    public Task<IActionResult> OnPostCancelOptimisedAsync() => Change(
        form => new CancelMedicallyOptimised(Reference, Reasons.Read(form)), _ => "Declaration cancelled. It is not counted anywhere.");

    public Task<IActionResult> OnPostCorrectAsync() => Change(CorrectionIn, _ => "Details corrected.");

    public Task<IActionResult> OnPostDischargeAsync() => Change(DischargeIn, _ => "Discharged. The bed is free.");

    public Task<IActionResult> OnPostLeftAsync() => Change(
        form => ReportedArrival.In(form, Reported)?.Confirmed ?? new("", default), _ => $"{Reference} has left. The bed is free.");

    public Task<IActionResult> OnPostStillHereAsync() => Change(
        form => ReportedArrival.In(form, Reported)?.Denied(Site.Key) ?? new("", Site.Key),
        _ => $"{Reference} is still here, and the place is told.",
        null,
        new(form => ReportedArrival.In(form, Reported) is { } reported ? Boards.Find(reported.Held.Place) : null, _ => MayChangeStays));

    public Task<IActionResult> OnPostCancelAdmissionAsync() => Change(
        form => new CancelAdmission(Reference, Reasons.Read(form)), _ => "Admission cancelled. It is not counted anywhere and the bed is free.");

    public Task<IActionResult> OnPostCancelDischargeAsync() => Change(
        form => new CancelDischarge(Reference, Reasons.Read(form), form.Optional("bed", 20)), _ => "Discharge cancelled. The person is back in their bed.");

    private RecordDelay DelayIn(SentForm form) => new(
        Reference,
        ReasonIn(form),
        form.Text("owner") is null ? null : form.Code<DelayOwner>("owner", "Choose who is responsible."),
        form.Date("since"),
        form.Optional("note", Limits.LongText),
        form.IsTicked("primary-yes"));

    private MarkDay DayIn(SentForm form)
    {
        var isGreen = form.Text("colour") == "green";
        return new(
            Reference,
            DayOf(form),
            isGreen,
            isGreen ? null : form.Code<DelayReason>("reason", "Choose why the day was red."),
            form.Optional("note", Limits.LongText));
    }

    private DateOnly DayOf(SentForm form) => form.Date("day") ?? LocalDay.Of(Now);

    private CorrectStay CorrectionIn(SentForm form) => new(
        Reference,
        Reasons.Read(form),
        form.Text("age") is null ? null : form.Code<AgeBand>("age", "Choose an age band."),
        form.Time("admittedAt"),
        Admission.HomeIn(form));

    private DischargeStay DischargeIn(SentForm form)
    {
        var destination = form.Code<Destination>("destination", "Choose a destination.");
        return new(Reference, destination, form.Time("at"), NeedsForm.PlaceIn(form, "to", Names));
    }

    private Delay? DelayOf(DelayReason reason) => Person?.Stay.Delays.FirstOrDefault(delay => delay.Reason == reason);

    private static DelayReason ReasonIn(SentForm form) => form.Code<DelayReason>("reason", "Choose a reason for delay.");
}

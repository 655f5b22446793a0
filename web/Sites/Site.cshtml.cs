using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>Where a care home, home care provider or intermediate care unit declares what is free.</summary>
internal sealed partial class SiteModel(SitePageServices services) : BedsPage(services)
{
    public IReadOnlyList<ExpectedVacancy> Expected => [.. Site.Capacity.Expected.OrderBy(expected => expected.At)];

    public IReadOnlyList<Option> TypesHere => [.. Lines.Select(line => new Option(line.Code, line.Name))];

    public IReadOnlyList<Option> TypesToAdd => Options.Of(
        BedTypes.Of(Site.Kind).Where(type => Site.Capacity.Line(type) is null), Labels.Of);

    public Task<IActionResult> OnPostStepAsync() => Change(LineNumbers.OneBed, Free);

    public Task<IActionResult> OnPostExpectAsync() => Change(
        ExpectIn, form => $"{BedWords.Noun(TypeIn(form)).AsSentence()} expected {QuickTimes.Of(form.Time("when")!.Value, Now)}.", _ => "expected");

    public Task<IActionResult> OnPostFreeAsync() => Change(form => new ConfirmExpectedVacancy(ExpectedIn(form)), Free);

    public Task<IActionResult> OnPostNotAnyMoreAsync() => Change(
        form => new CancelExpectedVacancy(ExpectedIn(form), Reasons.NoLongerExpected), _ => "That vacancy is no longer expected.", _ => "expected");

    public Task<IActionResult> OnPostAdmitAsync() => Change(HoldSection.Admit, form => $"Admitted. {Free(form)}");

    public Task<IActionResult> OnPostUndoAsync() => Change(
        form => new UndoArrival(form.Required("stay", "Choose an arrival.")), _ => "The arrival is undone. The bed is held again.", _ => HoldSection.Id);

    public Task<IActionResult> OnPostSuspendAsync() => Change(
        form => new SuspendPlacements(Reasons.Read(form), ScopeIn(form), form.Time("until")),
        form => $"Placements suspended: {ScopeNamed(form)}.");

    public Task<IActionResult> OnPostLiftAsync() => Change(
        form => new LiftSuspension(ScopeIn(form)), form => $"Suspension lifted: {ScopeNamed(form)}.");

    protected override IEnumerable<string?> StaysShown => [.. base.StaysShown, .. Site.Enquiries.Open.Select(enquiry => enquiry.Stay), .. EnquiriesHere.Ended.Select(ended => ended.Enquiry.Stay)];

    protected override string? UndoFor(SiteCommand command) => command is AdmitOnHold arrival ? arrival.Hold : null;

    public bool SeesWhoCouldCome => !AsAt.IsPast && May(Permission.SeeStays) && Caller.May(Permission.SeeBoard, Scope.Parse(Locality));

    protected override bool IsFor(SiteKind kind) => kind != SiteKind.Ward;

    private static string ExpectedIn(SentForm form) => form.Required("expected", "Choose an expected vacancy.");

    private static BedType? ScopeIn(SentForm form) =>
        form.Text("scope") is null or "site" ? null : form.Code<BedType>("scope", "Choose what to suspend.");

    private static string ScopeNamed(SentForm form) => ScopeIn(form) is { } type ? Labels.Of(type).ToLowerInvariant() : "the whole site";

    private static ExpectVacancy ExpectIn(SentForm form)
    {
        var at = form.Time("when");
        if (at is null && form.IsValid)
        {
            form.AddProblem("when", "Choose when it will be free.");
        }

        return new(TypeIn(form), at.GetValueOrDefault(), Reasons.Read(form));
    }
}

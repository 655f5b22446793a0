using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.People;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>
/// The page of a ward, or of an intermediate care unit's people: who is in, bed by bed, with forms for what happens to them.
/// </summary>
internal sealed class PatientsModel(SitePageServices services, HoldFollowUp followUp) : BedsPage(services)
{
    /// <summary>How long after a discharge its undoing names what the discharge released.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(15);

    public override bool HasAdmissions => true;

    public IReadOnlyList<BedView> Beds => BedView.Of(Site, Policy, Now);

    public PeopleFigures People => PeopleFigures.Of(Site.Stays, Policy, Now);

    /// <summary>
    /// The beds held elsewhere for the people here, by the stay's reference. They are as now, so they are not shown for a past
    /// time.
    /// </summary>
    public ILookup<string, PlaceHeld> PlacesHeldElsewhere => field ??= AsAt.IsPast ? PlacesHeld.None : PlacesHeld.For(Boards, Site, Now);

    /// <summary>The places asked about the people here, by the stay's reference; none for a past time.</summary>
    public ILookup<string, PlaceAsked> PlacesAskedElsewhere => field ??= AsAt.IsPast ? PlacesAsked.None : PlacesAsked.For(Boards, Site, Now);

    /// <summary>People whose arrival elsewhere is reported; the first to be reported first.</summary>
    public IReadOnlyList<ReportedArrival> Reported =>
        [.. Site.Stays.All.Select(stay => ReportedArrival.Of(stay, PlacesHeldElsewhere[stay.Reference])).OfType<ReportedArrival>().OrderBy(each => each.Held.LastChange.At)];

    /// <summary>Beds held for people who were here, which only people can put right.</summary>
    public IReadOnlyList<HeldForNobody> ToPutRight => AsAt.IsPast ? [] : followUp.ToPutRight(Site.Key);

    /// <summary>
    /// People also recorded on another ward of the hospital, and where, from before the board prevented this. People in transfer
    /// between the two are not included.
    /// </summary>
    public IReadOnlyList<(Stay Stay, Site Ward, Stay There)> OnTwoWards => AsAt.IsPast || Site.Key.HospitalKey is not { } hospital
        ? []
        : [.. from ward in Boards.Find(Locality)?.Sites() ?? []
              where ward.Key.HospitalKey == hospital && ward.Key != Site.Key
              from stay in Site.Stays.All
              let there = ward.Stays.Find(stay.Reference)
              where there is not null && stay.Transfer?.To != ward.Key && there.Transfer?.To != Site.Key
              select (stay, ward, there)];

    /// <summary>The label of the open bed; null if none is.</summary>
    public string? Open => Request.Query["bed"].ToString() is { Length: > 0 } bed ? bed : null;

    /// <summary>The open admission on a hold; null if none is.</summary>
    public Admission? OnHold => HoldsHere.Holds.FirstOrDefault(hold => hold.Id == Request.Query["hold"]) is { } held
        ? new(BedLabels.Free([.. Site.Stays.All.Select(stay => stay.Bed)], 1)[0], held)
        : null;

    public IReadOnlyList<Option> TypesHere => [.. Lines.Select(line => new Option(line.Code, line.Name))];

    /// <summary>The hospital's other wards, with their free beds; none if this is not a ward.</summary>
    public IReadOnlyList<Option> OtherWards => Site.Key.Hospital is not { } hospital
        ? []
        : [.. (Boards.Find(Locality)?.Sites() ?? [])
            .Where(site => site.Key.Hospital == hospital && site.Key != Site.Key && site.Details is not null && site.Closed is null)
            .OrderBy(ward => ward.Details!.Name, NaturalOrder.Comparer)
            .Select(ward => new Option(ward.Key.Value, $"{ward.Details!.Name} ({ward.Capacity.Lines.Sum(line => ward.Capacity.Available(line, Now))} free)"))];

    /// <summary>
    /// The person in the bed that somebody was to move to, who could swap; null if there is none or the caller may not swap them.
    /// </summary>
    public KnownStay? ToSwapWith(FormView move)
    {
        var ward = SiteKey.TryParse(move.Value("to"), out var to) ? to : Site.Key;
        return move.HasProblems && MaySwapWith(ward) && (ward == Site.Key ? Site : Boards.Find(ward)) is { } site
            && site.Stays.All.FirstOrDefault(stay => !StayReferences.AreSame(stay.Reference, move.Value("stay")) && stay.IsIn(move.Value("bed"))) is { } stay
            ? new(site, stay)
            : null;
    }

    /// <summary>Also records a view on the other ward of the person offered for a swap.</summary>
    protected override async Task<IActionResult> Shown()
    {
        await (ToSwapWith(Form("transfer")) is { } other ? Log.RecordView(HttpContext, other.Site.Key, [other.Stay.Reference]) : Task.CompletedTask);
        return await base.Shown();
    }

    protected override IEnumerable<string?> StaysShown =>
        [.. base.StaysShown, .. Site.Stays.All.Select(stay => stay.Reference), .. ToPutRight.Select(held => held.Hold.Stay)];

    public Task<IActionResult> OnPostAdmitAsync() => Change(
        form => Admission.In(form, Site.Kind), form => $"{form.Text("stay")} is in bed {form.Text("bed")}.", form => RowOf(form.Text("bed")));

    public Task<IActionResult> OnPostDischargeAsync() => Change(
        form => new DischargeStay(StayIn(form), form.Code<Destination>("destination", "Choose a destination."), form.Time("at")),
        form => $"{StayIn(form)} discharged. The bed is free.",
        BedShown);

    public Task<IActionResult> OnPostLeftAsync() => Change(
        form => ReportedArrival.In(form, Reported)?.Confirmed ?? new("", default), form => $"{StayIn(form)} has left. The bed is free.", _ => "beds");

    public Task<IActionResult> OnPostStillHereAsync() => Change(
        form => ReportedArrival.In(form, Reported)?.Denied(Site.Key) ?? new("", Site.Key),
        form => $"{StayIn(form)} is still here, and the place is told.",
        _ => "beds",
        new(form => ReportedArrival.In(form, Reported) is { } reported ? Boards.Find(reported.Held.Place) : null, _ => MayChangeStays));

    public Task<IActionResult> OnPostUndoAsync() => Change(
        form => new CancelDischarge(StayIn(form), "Undone at once"), form => $"{StayIn(form)} is back in their bed.{GivenUp(StayIn(form))}", _ => "beds");

    /// <summary>The beds that were given up for somebody as they were discharged: they have to be held anew.</summary>
    private string GivenUp(string reference) => Site.Stays.Find(reference) is not { } stay ? "" : string.Concat(
        PlacesHeld.For(Boards, Site.Key, stay, Now)
            .Where(held => held.Ended is { Ending: HoldEnding.Released } ended && Now - ended.Ended.At < JustNow)
            .Select(held => $" The bed held at {held.Details.Name} was released. Hold it again."));

    protected override string? UndoFor(SiteCommand command) => command is DischargeStay discharge ? discharge.Stay : null;

    public Task<IActionResult> OnPostOptimisedAsync() => Change(
        form => new DeclareMedicallyOptimised(StayIn(form), form.Time("at")), form => $"{StayIn(form)} is medically optimised.", BedShown);

    public Task<IActionResult> OnPostWithdrawAsync() => Change(
        form => new WithdrawMedicallyOptimised(StayIn(form), Reasons.Read(form)), form => $"{StayIn(form)} is no longer medically optimised.", BedShown);

    public Task<IActionResult> OnPostExpectedDischargeAsync() => Change(
        form => new SetExpectedDischarge(StayIn(form), form.Date("date")),
        form => form.Date("date") is { } day
            ? $"{StayIn(form)} is expected to leave {QuickTimes.InSentence(day, LocalDay.Of(Now))}."
            : $"{StayIn(form)} now has no expected date of discharge.",
        BedShown);

    public Task<IActionResult> OnPostChangeBedAsync() => Change(
        MoveIn,
        form => $"{StayIn(form)} is in bed {form.Text("bed")}{(form.Text("swap") is { } other ? $", and {other} has moved to their bed" : "")}.",
        form => RowOf(form.Text("bed")));

    public Task<IActionResult> OnPostTransferAsync() => Change(
        TransferIn,
        form => $"{StayIn(form)} is on {WardNamed(form.Text("to"))}, bed {form.Text("bed")}{(form.Text("swap") is { } other ? $", and {other} has moved to their bed here" : "")}.",
        BedShown);

    protected override bool IsFor(SiteKind kind) => kind == (RouteData.Values.ContainsKey("ward") ? SiteKind.Ward : SiteKind.IntermediateCareUnit);

    protected override void Refuse(SentForm form, SiteCommand command, Refusal refusal)
    {
        if (command is BeginTransfer { To: var to } && ObstacleAt(to, refusal) is { } obstacle)
        {
            form.AddProblem("to", obstacle);
        }
        else if (command is SetExpectedDischarge && refusal.Field == "reason")
        {
            form.AddProblem("date", "This date has passed. Choose today or a later date.");
        }
        else
        {
            base.Refuse(form, command, refusal);
        }
    }

    private BeginTransfer TransferIn(SentForm form)
    {
        var (stay, bed) = (StayIn(form), form.Required("bed", "Enter the bed on that ward.", 20));
        if (!SiteKey.TryParse(form.Text("to"), out var to))
        {
            form.AddProblem("to", "Choose a ward.");
        }
        else if (form.Text("swap") is not null && !MaySwapWith(to))
        {
            form.AddProblem("to", "You do not have permission to swap with someone on that ward. Choose another bed.");
        }

        return new(stay, to!, bed, form.Text("swap"));
    }

    /// <summary>
    /// An obstacle on the other ward, of which this page knows nothing more; null if the problem is something else.
    /// </summary>
    private string? ObstacleAt(SiteKey ward, Refusal refusal) => refusal switch
    {
        { Code: RefusalCode.NoVacancy } => MaySwapWith(ward)
            ? "No beds are free on that ward. Choose another ward, or enter the bed of the person to swap with."
            : "No beds are free on that ward. Choose another ward.",
        { Code: RefusalCode.SiteClosed } when Site.Closed is null => "That ward is closed. Choose another ward.",
        { Code: RefusalCode.Suspended } => $"{refusal.Message} Choose another ward.",
        _ => null,
    };

    private bool MaySwapWith(SiteKey ward) => Caller.May(Permission.ChangeStays, Scope.Of(ward));

    private static SiteCommand MoveIn(SentForm form)
    {
        var (stay, bed) = (StayIn(form), form.Required("bed", "Enter the bed’s label.", 20));
        return form.Text("swap") is { } other ? new SwapBeds(stay, other) : new ChangeBed(stay, bed);
    }

    private static string StayIn(SentForm form) => form.Required("stay", "Choose a person.");

    private string BedShown(SentForm form) => RowOf(Open);

    private static string RowOf(string? bed) => new BedView(bed ?? "", null).Id;

    private string WardNamed(string? key) =>
        SiteKey.TryParse(key, out var ward) && Boards.Find(ward)?.Details is { } details ? details.Name : "the other ward";
}

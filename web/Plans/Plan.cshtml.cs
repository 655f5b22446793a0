using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Commands;
using CapacityBoard.People;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Plans;

/// <summary>Who could leave today and where to, what is arranged already, and who is left out. One tap holds a proposed bed; nothing is held by itself.</summary>
internal sealed class PlanModel(PlanSource source, LocalityPolicies policies, SiteCommands commands, AccessLog log) : FormPage
{
    public const string HeadingId = "plan";

    /// <summary>How many of each list are shown unless all are asked for.</summary>
    private const int ShownAtOnce = 20;

    private static readonly TimeSpan HeldFor = TimeSpan.FromHours(24);

    private SentForm? _form;

    public string Locality { get; private set; } = "";

    public PlacementPlan Plan { get; private set; } = null!;

    public long Version { get; private set; }

    public DateTimeOffset Now => Plan.At;

    public ListAddress Address => new(Request);

    public IReadOnlyList<Proposal> Proposals => [.. Address.Shown(Plan.Proposals, ShownAtOnce)];

    public IReadOnlyList<ArrangedPlace> Arranged => [.. Address.Shown(Plan.Arranged, ShownAtOnce)];

    public IReadOnlyList<LeftOut> LeftOut => [.. Address.Shown(Plan.LeftOut, ShownAtOnce)];

    /// <summary>The problems lead to the person's row or, where it is gone, to the top.</summary>
    public override IReadOnlyList<FieldProblem> Problems =>
        [.. base.Problems.Select(problem => Proposals.Any(each => FormId(each) == problem.Field) ? problem : problem with { Field = HeadingId })];

    private Caller Caller => HttpContext.Caller()!;

    public static string AskId(Proposal proposal) => ElementId.Of("ask", $"{proposal.Person.Site.Key}|{proposal.Person.Stay.Reference}");

    public static string FormId(Proposal proposal) => ElementId.Of("hold", $"{proposal.Person.Site.Key}|{proposal.Person.Stay.Reference}");

    public PersonView ViewOf(KnownStay person) => new(person.Stay, policies.Of(Locality, Now), Now);

    public bool MayHold(SiteKey place) => Caller.May(Permission.PlaceHolds, Scope.Of(place));

    public bool MayOpen(SiteKey place, SiteKind kind) => Caller.MayOpen(place, kind);

    /// <summary>What the choice list says of the bed, without free text of localities whose boards the reader may not see.</summary>
    public ListedSite Listed(PlannedBed bed) => Caller.May(Permission.SeeBoard, Scope.Parse(bed.Fit.Site.Key.Locality)) ? bed.Listed : bed.Listed.WithoutWords();

    public async Task<IActionResult> OnGetAsync(string locality) => await Load(locality) ? await Shown() : NotFound();

    public async Task<IActionResult> OnPostHoldAsync(string locality)
    {
        if (!await Load(locality))
        {
            return NotFound();
        }

        _form = await ReadForm();
        if (Plan.Arranged.FirstOrDefault(each => each.Held.Hold.Id == _form.Operation) is { Held: var held })
        {
            return Held(held.Hold.Type, held.Hold.Stay!, held.Details.Name, held.Hold.Until);
        }

        return await Act(proposal => IsSent(proposal) && proposal.Bed.ExpectedAt is null, Hold);
    }

    public async Task<IActionResult> OnPostAskAsync(string locality)
    {
        if (!await Load(locality))
        {
            return NotFound();
        }

        _form = await ReadForm();
        return await Act(IsSent, Ask);
    }

    private async Task<IActionResult> Act(Func<Proposal, bool> isSent, Func<KnownStay, PlannedBed, Task<IActionResult>> act)
    {
        if (Plan.Proposals.FirstOrDefault(isSent) is not { } proposal)
        {
            _form!.AddProblem(null, "The plan has changed, so nothing was done. Check the new plan.");
            return await Shown();
        }

        return MayHold(proposal.Bed.Fit.Site.Key) ? await act(proposal.Person, proposal.Bed) : StatusCode(StatusCodes.Status403Forbidden);
    }

    private Task<IActionResult> Ask(KnownStay person, PlannedBed bed) => Execute(
        bed,
        Sought.Ask(person.Site.Key, person.Stay, person.Site.Details!.Telephone, bed.Type, LocalDay.Of(Now)),
        () => Done($"{bed.Fit.Details.Name} is asked about {person.Stay.Reference}, with an answer by {QuickTimes.Of(Now + HeldFor, Now)}. No bed is held."));

    private Task<IActionResult> Hold(KnownStay person, PlannedBed bed) => Execute(
        bed,
        Sought.Hold(person.Site.Key, person.Stay, person.Site.Details!.Telephone, bed.Type, Now + HeldFor, null),
        () => Held(bed.Type, person.Stay.Reference, bed.Fit.Details.Name, Now + HeldFor));

    /// <summary>Sends a command to the bed's place. If it refuses, the plan is made again, because others may have been quicker.</summary>
    private async Task<IActionResult> Execute(PlannedBed bed, SiteCommand command, Func<IActionResult> done)
    {
        var place = bed.Fit.Site;
        var outcome = await commands.Execute(HttpContext, place.Kind, place.Key, command, _form!);
        if (outcome.Refusal is not { } refusal)
        {
            return done();
        }

        await Load(Locality);
        _form!.Refuse(refusal with { Field = null });
        return await Shown();
    }

    private LocalRedirectResult Held(BedType type, string stay, string place, DateTimeOffset until) =>
        Done($"{BedWords.A(type).AsSentence()} is held for {stay} at {place} until {QuickTimes.Of(until, Now)}.");

    private LocalRedirectResult Done(string said)
    {
        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {said}";
        return LocalRedirect(Address.With());
    }

    private async Task<bool> Load(string locality)
    {
        if (await source.Read(locality, Caller, HttpContext.RequestAborted) is not var (plan, version))
        {
            return false;
        }

        (Locality, Plan, Version) = (locality, plan, version);
        return true;
    }

    private async Task<IActionResult> Shown()
    {
        var shown = Proposals.Select(each => each.Person).Concat(Arranged.Select(each => each.Person)).Concat(LeftOut.Select(each => each.Person));
        await log.RecordView(HttpContext, shown.Select(person => (person.Site.Key, (string?)person.Stay.Reference)));
        return Page();
    }

    /// <summary>True if the form was sent for this bed.</summary>
    private bool IsSent(Proposal proposal) =>
        _form!.Text("site") == proposal.Person.Site.Key.Value
        && _form.Text("stay") == proposal.Person.Stay.Reference
        && _form.Text("place") == proposal.Bed.Fit.Site.Key.Value
        && _form.Text("type") == Codes.Of(proposal.Bed.Type);
}

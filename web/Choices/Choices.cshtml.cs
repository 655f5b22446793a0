using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.History;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Choices;

/// <summary>One person's choice list: suitable free beds, which can be held from here, and a printout for the family.</summary>
internal sealed partial class ChoicesModel(
    ChoiceListSource source, Boards boards, BoardHistory history, SiteCommands commands, AccessLog log, TimeProvider clock) : FormPage
{
    /// <summary>The query value that selects the view for the person and family.</summary>
    public const string ForFamily = "family";

    public const string NeedsId = "needs";

    /// <summary>How many places of a group are shown at first; the others are one tap away.</summary>
    public const int ShownAtOnce = 8;

    private SentForm? _form;

    /// <summary>The person and where they are; for a past list, where they were.</summary>
    public PersonsChoices Person { get; private set; } = null!;

    /// <summary>The ward or unit in the address.</summary>
    public SiteKey Asked { get; private set; } = null!;

    /// <summary>Null if no needs are recorded yet.</summary>
    public ChoiceList? List { get; private set; }

    /// <summary>The list's time: now, or the past time for which it is made again.</summary>
    public DateTimeOffset Now { get; private set; }

    public AsAt AsAt { get; private set; } = null!;

    public bool IsForFamily => Request.Query["for"] == ForFamily && List is not null;

    /// <summary>A past list is read-only.</summary>
    public bool MayPlan => !AsAt.IsPast && Caller.May(Permission.PlanDischarges, Scope.Of(Asked), Scope.OfHome(Person.Stay));

    public string PersonPath => Paths.OfStay(Asked, Person.Stay.Reference);

    /// <summary>The form for changing the person's needs.</summary>
    public string NeedsPath => $"{PersonPath}&open=needs#needs-details";

    /// <summary>The path of the current list.</summary>
    public string NewListPath => Paths.OfChoices(Asked, Person.Stay.Reference);

    public string FamilyPath => AsAt.Link($"{NewListPath}&for={ForFamily}");

    /// <summary>The path of the list last given to the person or family, as it was then.</summary>
    public string? GivenPath => Person.Stay.Plan?.Choices is { } given ? AsAt.Link(NewListPath, given.At, given.Version) : null;

    /// <summary>The submitted form's problems. If its form is no longer shown, they link to the place instead.</summary>
    public override IReadOnlyList<FieldProblem> Problems => _form is null || ShowsForm(_form)
        ? [.. AsAt.Problems, .. base.Problems]
        : [.. base.Problems.Select(problem => problem with { Field = PlaceIn(_form) is { } place && IsListed(place) ? EntryId(place) : NeedsId })];

    private Caller Caller => HttpContext.Caller()!;

    public static string EntryId(SiteKey site) => ElementId.Of("place", site.Value);

    public FormView HoldForm(ListedSite site) => Form(ElementId.Of("hold", site.Site.Value));

    public bool MayHold(SiteKey site) => Caller.May(Permission.PlaceHolds, Scope.Of(site));

    public bool MayOpen(SiteKey site) => Caller.May(Permission.SeeSite, Scope.Of(site));

    /// <summary>True if a bed can be held from the list: one is free, and none is held there for this person.</summary>
    public bool CanHold(ListedSite site) => !AsAt.IsPast && site.Held is null && site.Beds.Any(beds => beds.Free > 0) && MayHold(site.Site);

    /// <summary>True if the submitted form was for this place and failed.</summary>
    public bool IsAtFault(ListedSite site) => _form is { IsValid: false } && PlaceIn(_form) == site.Site;

    public async Task<IActionResult> OnGetAsync()
    {
        var now = clock.GetUtcNow();
        var (isSite, stay) = (SiteKey.TryParse(Request.Query["site"], out var from), Request.Query["stay"].ToString());
        AsAt = AsAt.Of(Request.Query, now, isSite ? history.Began(from!) ?? now : now);
        if (!await Load())
        {
            AsAt = AsAt.NotOnTheBoard(stay);
            if (!await Load())
            {
                return isSite && boards.FindStay(from!, stay) is { } known && MaySee(known) ? LocalRedirect($"{Request.PathBase}{WhereNow(known)}") : NotFound();
            }
        }

        ViewData[nameof(AsAt)] = AsAt;
        return await Shown();
    }

    private async Task<IActionResult> Shown()
    {
        await log.RecordView(HttpContext, Person.From, [Person.Stay.Reference], AsAt.Past);
        return Page();
    }

    private bool MaySee(KnownStay person) => Caller.MaySee(person.Site.Key, person.Stay.HomeLocality);

    private async Task<bool> Load()
    {
        AsAt ??= AsAt.OfNow(clock.GetUtcNow(), clock.GetUtcNow());
        var (site, stay) = (Request.Query["site"].ToString(), Request.Query["stay"].ToString());
        if (!SiteKey.TryParse(site, out var from) || from.Locality != RouteData.Values["locality"]?.ToString()
            || await source.Read(from, stay, AsAt, HttpContext.RequestAborted) is not { } person)
        {
            return false;
        }

        Asked = from;
        Person = person;
        List = person.List?.Seen(locality => Caller.May(Permission.SeeBoard, Scope.Parse(locality)));
        Now = List?.At ?? clock.GetUtcNow();
        return true;
    }

    private static SiteKey? PlaceIn(SentForm form) => SiteKey.TryParse(form.Text("place"), out var place) ? place : null;

    private bool IsListed(SiteKey place) => List?.Listed().Any(site => site.Site == place) == true;

    private bool ShowsForm(SentForm form) =>
        PlaceIn(form) is not { } place || List?.FreeNow.FirstOrDefault(site => site.Site == place) is { } listed && CanHold(listed);

    /// <summary>
    /// For a person who has moved, the list at their new ward; for a person who has left, their own page, since they have no
    /// list.
    /// </summary>
    private static string WhereNow(KnownStay known) => known.Left is null
        ? Paths.OfChoices(known.Site.Key, known.Stay.Reference)
        : Paths.OfStay(known.Site.Key, known.Stay.Reference);
}

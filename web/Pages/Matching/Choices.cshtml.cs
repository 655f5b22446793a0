using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.Matching;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Pages.Sites;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Pages.Matching;

/// <summary>One person's choice list: where a bed is free that fits, from where it is held at once, and the print for the family.</summary>
internal sealed class ChoicesModel(ChoiceListSource source, BoardHistory history, IGrainFactory grains, SiteLooks looks, TimeProvider clock) : FormPage
{
    /// <summary>What the address says of the view for the person and family.</summary>
    public const string ForFamily = "family";

    public const string NeedsId = "needs";

    /// <summary>How many places of a group stand open; the others are one tap away.</summary>
    public const int ShownAtOnce = 8;

    private SentForm? _form;

    public PersonsChoices Person { get; private set; } = null!;

    /// <summary>Null where nobody has said yet what the person needs.</summary>
    public ChoiceList? List { get; private set; }

    /// <summary>The instant that the list is of: now, or the past one that it is made again for.</summary>
    public DateTimeOffset Now { get; private set; }

    public AsAt AsAt { get; private set; } = null!;

    public bool IsForFamily => Request.Query["for"] == ForFamily && List is not null;

    /// <summary>A list made again is to be read, and nothing more.</summary>
    public bool MayPlan => !AsAt.IsPast && Caller.May(Permission.PlanDischarges, Scope.Of(Person.From));

    /// <summary>The person's own page.</summary>
    public string PersonPath => $"/{Person.From.Locality}/stay{PersonQuery()}";

    /// <summary>The list of now.</summary>
    public string NewListPath => $"/{Person.From.Locality}/choices{PersonQuery()}";

    public string ListPath => AsAt.Link(NewListPath);

    public string FamilyPath => AsAt.Link($"{NewListPath}&for={ForFamily}");

    /// <summary>The list that the person or family was given last, as it was.</summary>
    public string? GivenPath => Person.Stay.Plan?.Choices is { } given ? AsAt.Link(NewListPath, given.At, given.Version) : null;

    /// <summary>What is wrong with the form that was sent; it leads to the place where its form is shown no more.</summary>
    public override IReadOnlyList<FieldProblem> Problems => _form is null || ShowsForm(_form)
        ? [.. AsAt.Problems, .. base.Problems]
        : [.. base.Problems.Select(problem => problem with { Field = PlaceIn(_form) is { } place && IsListed(place) ? EntryId(place) : NeedsId })];

    private Caller Caller => HttpContext.Caller()!;

    public static string EntryId(SiteKey site) => ElementId.Of("place", site.Value);

    public FormView HoldForm(ListedSite site) => Form(ElementId.Of("hold", site.Site.Value));

    public bool MayHold(SiteKey site) => Caller.May(Permission.PlaceHolds, Scope.Of(site));

    public bool MayOpen(SiteKey site) => Caller.May(Permission.SeeSite, Scope.Of(site));

    /// <summary>True where a bed can be held from the list: one is free, and none is held for this person there.</summary>
    public bool CanHold(ListedSite site) => !AsAt.IsPast && site.Held is null && site.Beds.Any(beds => beds.Free > 0) && MayHold(site.Site);

    /// <summary>True where the form that was sent is about this place and could not be done.</summary>
    public bool IsAtFault(ListedSite site) => _form is { IsRight: false } && PlaceIn(_form) == site.Site;

    public async Task<IActionResult> OnGetAsync()
    {
        var now = clock.GetUtcNow();
        AsAt = AsAt.Of(Request.Query, now, SiteKey.TryParse(Request.Query["site"], out var from) ? history.Began(from) ?? now : now);
        if (!await Load())
        {
            AsAt = AsAt.NotOnTheBoard(Request.Query["stay"].ToString());
            if (!await Load())
            {
                return NotFound();
            }
        }

        ViewData[nameof(AsAt)] = AsAt;
        await looks.Saw(HttpContext, Person.From, AsAt.Past);
        return Page();
    }

    public async Task<IActionResult> OnPostHoldAsync()
    {
        if (!await Load() || List is null)
        {
            return NotFound();
        }

        _form = await ReadForm();
        if (PlaceIn(_form) is not { } place || KindOf(place) is not { } kind)
        {
            _form.Wrong(null, "That place is not on this person’s list any more.");
            return Page();
        }

        if (!MayHold(place))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var command = HoldIn(_form, place);
        return _form.IsRight
            ? await Done(kind, place, command, $"A {BedWords.Noun(command.Type)} is held at {NameOf(place)} until {QuickTimes.Of(command.Until!.Value, Now)}.")
            : Page();
    }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        if (!await Load())
        {
            return NotFound();
        }

        _form = await ReadForm();
        if (!long.TryParse(_form.Text("version"), out var version) || !Instants.TryParse(_form.Text("at"), out var at))
        {
            _form.Wrong(null, "This form was incomplete. Reload the page and try again.");
            return Page();
        }

        return await Done(
            Person.Details.Kind, Person.From, new GiveChoiceList(Person.Stay.Reference, version, at), $"The list made {QuickTimes.Of(at, Now)} was given to the person or family.");
    }

    /// <summary>Has a command done; where it is refused the list is made anew, for others may have been quicker.</summary>
    private async Task<IActionResult> Done(SiteKind kind, SiteKey site, SiteCommand command, string said)
    {
        var outcome = await grains.GetSite(kind, site).Execute(new(command, _form!.Operation, Caller.Name));
        if (outcome.Refusal is { } refusal)
        {
            await Load();
            _form.Refuse(refusal.Field is "until" or "arrival" ? refusal : refusal with { Field = null });
            return Page();
        }

        await looks.Did(HttpContext, site, command, _form.Operation);
        Said = $"Saved at {QuickTimes.Clock(Now)}. {said}";
        return LocalRedirect($"{Request.PathBase}{(Request.Query["for"] == ForFamily ? FamilyPath : NewListPath)}");
    }

    private async Task<bool> Load()
    {
        AsAt ??= AsAt.OfNow(clock.GetUtcNow(), clock.GetUtcNow());
        var (site, stay) = (Request.Query["site"].ToString(), Request.Query["stay"].ToString());
        if (!SiteKey.TryParse(site, out var from) || from.Locality != RouteData.Values["locality"]?.ToString()
            || await source.Read(from, stay, AsAt, HttpContext.RequestAborted) is not { } person)
        {
            return false;
        }

        Person = person;
        List = person.List?.Seen(locality => Caller.May(Permission.SeeBoard, Scope.Parse(locality)));
        Now = List?.At ?? clock.GetUtcNow();
        return true;
    }

    private PlaceHold HoldIn(SentForm form, SiteKey place)
    {
        if (List!.Excluded.FirstOrDefault(site => site.Site == place) is { } excluded)
        {
            form.Wrong(null, $"{excluded.Details.Name} is not on the list any more. {string.Join(" ", excluded.Reasons.Select(reason => reason.Text))}");
        }

        var until = form.Time("until");
        if (until is null && form.IsRight)
        {
            form.Wrong("until", "Choose how long to hold the bed.");
        }

        return new(
            form.Code<BedType>("type", "Choose the kind of bed."),
            Person.Stay.Reference,
            null,
            until,
            form.Time("arrival"),
            Person.From,
            List.Needs.ForThePlaceAsked(),
            Person.Details.Telephone);
    }

    private static SiteKey? PlaceIn(SentForm form) => SiteKey.TryParse(form.Text("place"), out var place) ? place : null;

    private SiteKind? KindOf(SiteKey place) => DetailsOf(place)?.Kind;

    private string NameOf(SiteKey place) => DetailsOf(place)?.Name ?? Labels.OfPart(place.Name);

    private SiteDetails? DetailsOf(SiteKey place) => List?.Listed().FirstOrDefault(site => site.Site == place)?.Details
        ?? List?.Excluded.FirstOrDefault(site => site.Site == place)?.Details;

    private bool IsListed(SiteKey place) => List?.Listed().Any(site => site.Site == place) == true;

    private bool ShowsForm(SentForm form) =>
        PlaceIn(form) is not { } place || List?.FreeNow.FirstOrDefault(site => site.Site == place) is { } listed && CanHold(listed);

    private string PersonQuery() => new QueryBuilder { { "site", Person.From.Value }, { "stay", Person.Stay.Reference } }.ToString();
}

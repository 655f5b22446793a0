using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Choices;

/// <summary>The forms of a choice list: holding a bed, and recording that the list was given to the person or family.</summary>
internal sealed partial class ChoicesModel
{
    public async Task<IActionResult> OnPostHoldAsync()
    {
        if (!await Load() || List is null)
        {
            return NotFound();
        }

        _form = await ReadForm();
        if (PlaceIn(_form) is not { } place || KindOf(place) is not { } kind)
        {
            _form.AddProblem(null, "That place is no longer on this person’s list.");
            return await Shown();
        }

        if (!MayHold(place))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var command = HoldIn(_form, place);
        return _form.IsValid
            ? await Done(kind, place, command, $"{BedWords.A(command.Type).AsSentence()} is held at {NameOf(place)} until {QuickTimes.Of(command.Until!.Value, Now)}.")
            : await Shown();
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
            _form.AddProblem(null, "Something was missing from this form. Reload the page and try again.");
            return await Shown();
        }

        return await Done(
            Person.Details.Kind, Person.From, new GiveChoiceList(Person.Stay.Reference, version, at), $"You recorded that the list from {QuickTimes.Of(at, Now)} was given to the person or family.");
    }

    /// <summary>Executes a command. If it is refused, the list is made again, because others may have been quicker.</summary>
    private async Task<IActionResult> Done(SiteKind kind, SiteKey site, SiteCommand command, string said)
    {
        var outcome = await commands.Execute(HttpContext, kind, site, command, _form!);
        if (outcome.Refusal is { } refusal)
        {
            await Load();
            _form!.Refuse(refusal.Field is "until" or "arrival" ? refusal : refusal with { Field = null });
            return await Shown();
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. {said}";
        return LocalRedirect($"{Request.PathBase}{(Request.Query["for"] == ForFamily ? FamilyPath : NewListPath)}");
    }

    private PlaceHold HoldIn(SentForm form, SiteKey place)
    {
        if (List!.Excluded.FirstOrDefault(site => site.Site == place) is { } excluded)
        {
            form.AddProblem(null, $"{excluded.Details.Name} is no longer on the list. {string.Join(" ", excluded.Reasons.Select(reason => reason.Text))}");
        }

        var until = form.Time("until");
        if (until is null && form.IsValid)
        {
            form.AddProblem("until", "Choose how long to hold the bed.");
        }

        var type = form.Code<BedType>("type", "Choose a bed type.");
        return Sought.Hold(Person.From, Person.Stay, Person.Details.Telephone, type, until, form.Time("arrival")) with
        {
            Despite = HoldWarnings.Read(form, HoldWarnings.Of(boards, place, type, Person.From, Person.Stay, Now)),
        };
    }

    private SiteKind? KindOf(SiteKey place) => DetailsOf(place)?.Kind;

    private string NameOf(SiteKey place) => DetailsOf(place)?.Name ?? Labels.OfPart(place.Name);

    private SiteDetails? DetailsOf(SiteKey place) => List?.Listed().FirstOrDefault(site => site.Site == place)?.Details
        ?? List?.Excluded.FirstOrDefault(site => site.Site == place)?.Details;
}

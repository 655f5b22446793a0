using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Choices;

/// <summary>Asking places of the list whether they can take the person, several at once.</summary>
internal sealed partial class ChoicesModel
{
    /// <summary>The form to which the boxes beside the places belong.</summary>
    public const string AskForm = "ask";

    private const string TickedPlace = "ask-";

    /// <summary>True if places can be asked from this list.</summary>
    public bool MayAskAny => !AsAt.IsPast && List?.Listed().Any(CanAsk) == true;

    /// <summary>The day on which the person is expected to be ready to leave; null if it is not known.</summary>
    public DateOnly? ReadyOn => Sought.ReadyOn(Person.Stay, LocalDay.Of(Now));

    /// <summary>The places asked about this person; none for a past list.</summary>
    public IEnumerable<PlaceAsked> PlacesAskedAbout => AsAt.IsPast ? [] : PlacesAsked.For(boards, Person.From, Person.Stay, Now);

    public static string TickOf(ListedSite site) => TickedPlace + site.Site.Value;

    /// <summary>The type of bed that the place is asked for.</summary>
    public static BedType AskedFor(ListedSite site) => ListedBeds.Offered(site.Beds).Type;

    public bool CanAsk(ListedSite site) => !AsAt.IsPast && site.Held is null && site.Asked is null && MayHold(site.Site);

    public async Task<IActionResult> OnPostAskAsync()
    {
        if (!await Load() || List is null)
        {
            return NotFound();
        }

        _form = await ReadForm();
        var asked = _form.Fields.Where(field => field.Key.StartsWith(TickedPlace, StringComparison.Ordinal))
            .Select(field => List.Listed().FirstOrDefault(site => TickOf(site) == field.Key))
            .OfType<ListedSite>()
            .ToList();
        if (!asked.All(site => MayHold(site.Site)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (asked.Count == 0)
        {
            _form.AddProblem("readyOn", "Tick the places to ask. They stand in the lists below.");
        }

        var (readyOn, answerBy, note) = (_form.Date("readyOn"), _form.Time("answerBy"), _form.Optional("note", Limits.LongText));
        return _form.IsValid ? await Ask(asked, readyOn, answerBy, note) : await Shown();
    }

    /// <summary>Each place is asked by itself: one that refuses does not keep the others from being asked.</summary>
    private async Task<IActionResult> Ask(List<ListedSite> places, DateOnly? readyOn, DateTimeOffset? answerBy, string? note)
    {
        var (asked, refused) = (new List<string>(), new List<(string Place, Refusal Refusal)>());
        foreach (var place in places)
        {
            var command = Sought.Ask(Person.From, Person.Stay, Person.Details.Telephone, AskedFor(place), LocalDay.Of(Now)) with
            {
                Note = note,
                ReadyOn = readyOn,
                AnswerBy = answerBy,
                IsUrgent = _form!.IsTicked("urgent-yes"),
            };
            var outcome = await commands.Execute(HttpContext, place.Details.Kind, place.Site, command, _form);
            if (outcome.Refusal is { } refusal)
            {
                refused.Add((place.Details.Name, refusal));
            }
            else
            {
                asked.Add(place.Details.Name);
            }
        }

        if (asked.Count == 0)
        {
            await Load();
            _form!.Refuse(refused[0].Refusal);
            return await Shown();
        }

        Confirmation = $"Saved at {QuickTimes.Clock(Now)}. You asked {string.Join(", ", asked)}. Their answers are shown here and on the person’s page.{string.Concat(refused.Select(each => $" {each.Place} was not asked: {RefusalWords.Of(each.Refusal)}"))}";
        return LocalRedirect($"{Request.PathBase}{NewListPath}");
    }
}

using CapacityBoard.Offers;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Choices;

/// <summary>Recording that a place of the list was offered to the person and family.</summary>
internal sealed partial class ChoicesModel
{
    /// <summary>The last offer of the place, if it still stands; null otherwise.</summary>
    public Offer? OfferOf(ListedSite site) => Person.Stay.Offers.LastOrDefault(offer => offer.Place == site.Site && offer.Stands);

    public FormView OfferFormOf(ListedSite site) => Form(ElementId.Of("offer", site.Site.Value));

    public async Task<IActionResult> OnPostOfferAsync()
    {
        if (!await Load() || List is null)
        {
            return NotFound();
        }

        _form = await ReadForm();
        var place = PlaceIn(_form);
        var command = OfferForm.Offer(_form, Person.Stay.Reference, place);
        return _form.IsValid
            ? await Done(Person.Details.Kind, Person.From, command, $"You recorded that {NameOf(place!)} was offered. Record the family’s answer on the person’s page.")
            : await Shown();
    }
}

using CapacityBoard.Residences;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>Where the person usually lives, and what that place says about their return.</summary>
internal sealed partial class StayModel
{
    /// <summary>As at the page's time; null if none is recorded, or the person is not here.</summary>
    public PersonsResidence? Residence { get; private set; }

    public Task<IActionResult> OnPostResidenceAsync() => Change(
        form => new SetUsualResidence(Reference, ResidenceForm.In(form, Names, Boards)),
        form => form.Text(ResidenceForm.Field) is null ? "Usual residence removed." : "Usual residence set. It can see that the person is in hospital.",
        _ => "residence");

    private async Task<PersonsResidence?> ReadResidence() => Person is { Stay: { UsualResidence.Place: var place } stay }
        ? new(Site.Key, stay, await Other(place))
        : null;
}

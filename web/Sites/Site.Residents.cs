using CapacityBoard.Residences;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>The place's own people who are in hospital, and what it says about their return.</summary>
internal sealed partial class SiteModel
{
    /// <summary>As now, from the boards of the hospitals; none for a past time.</summary>
    public ResidentsSection ResidentsHere => field ??= new(this, !AsAt.IsPast && MaySeeStays && Site.Kind.IsResidence() ? PersonsResidence.From(Site, Boards.Residents, Boards.Find) : [], Boards.Find);

    public Task<IActionResult> OnPostReturnAsync() => Change(ResidentsSection.Answer, ResidentsSection.Said, _ => ResidentsSection.Id);
}

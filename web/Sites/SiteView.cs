using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Residences;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

/// <summary>One whole site at an instant.</summary>
/// <param name="Version">The site's own version: 1, 2, 3 …</param>
/// <param name="Figures">The site as the board shows it; without lines while it is closed.</param>
/// <param name="Holds">Live holds, the next to expire first.</param>
/// <param name="Expected">Expected vacancies, earliest first; those whose time has passed are due.</param>
/// <param name="Stays">The people who are in, if this kind of site records stays.</param>
/// <param name="Enquiries">Open enquiries, the one whose answer is wanted first at the top.</param>
/// <param name="TrustedAssessors">The place's agreement that trusted assessors answer on its behalf; left out if there is none.</param>
/// <param name="Residents">People in hospital whose usual residence this is, as now; left out for a past time.</param>
/// <param name="Fees">What a care home says it costs; left out if it has said nothing.</param>
/// <param name="Closed">Why and since when the site is closed; left out while it is open.</param>
internal sealed record SiteView(
    SiteKey Site,
    long Version,
    DateTimeOffset At,
    SiteDetails Details,
    BoardRow Figures,
    ImmutableArray<Hold> Holds,
    ImmutableArray<ExpectedVacancy> Expected,
    ImmutableArray<Suspension> Suspensions,
    ImmutableArray<Stay> Stays,
    ImmutableArray<Enquiry> Enquiries,
    TrustedAssessmentAgreement? TrustedAssessors,
    ImmutableArray<ResidentInHospital>? Residents,
    StatedFees? Fees,
    Closure? Closed)
{
    /// <summary>The references of stays in it; null for a hold that names no stay.</summary>
    [JsonIgnore]
    public IEnumerable<string?> References => [.. Stays.Select(stay => stay.Reference), .. Holds.Select(hold => hold.Stay), .. Enquiries.Select(enquiry => enquiry.Stay), .. (Residents ?? []).Select(resident => resident.Stay)];

    /// <summary>
    /// The same for callers who may not know whose the stays are: without references, and without text or places that might
    /// reveal them.
    /// </summary>
    public SiteView WithoutStays() => this with { Stays = [], Enquiries = [], Residents = null, Holds = [.. Holds.Select(WithoutStay)] };

    private static Hold WithoutStay(Hold hold) => hold with
    {
        Stay = null,
        Note = null,
        From = null,
        Needs = null,
        Telephone = null,
        Answer = hold.Answer is { } answer ? answer with { Note = null } : null,
    };

    public static SiteView Of(SiteAsAt shown) => Of(shown.Site, shown.Site.Details!, shown.Policy, shown.At);

    public static SiteView Of(Site site, SiteDetails details, LocalityPolicy policy, DateTimeOffset now) => new(
        site.Key,
        site.Version,
        now,
        details,
        RowBuilder.Build(site, details, position: 0, policy, now),
        [.. site.Capacity.LiveHolds(now).OrderBy(hold => hold.Until)],
        [.. site.Capacity.Expected.OrderBy(expected => expected.At)],
        [.. site.Capacity.Suspensions.Where(suspension => suspension.IsLive(now))],
        site.Stays.All,
        [.. site.Enquiries.Open.OrderBy(enquiry => enquiry.AnswerBy)],
        site.Enquiries.TrustedAssessors,
        null,
        site.Fees,
        site.Closed);
}

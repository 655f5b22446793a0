using CapacityBoard.Access;
using CapacityBoard.Assessments;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Work;

/// <summary>
/// What waits for a person by their roles, from this node's boards, anew at each call. A matter belongs to a role, not to everybody who may do
/// it: a transfer team may accept a hold for a home, and is not waited for.
/// </summary>
internal sealed class MyWork(Boards boards, LocalityPolicies policies, TimeProvider clock)
{
    /// <summary>True if the board waits for what the caller does; nobody waits for a viewer or an administrator.</summary>
    public static bool IsFor(Caller caller) =>
        caller is { LacksSecondFactor: false } && caller.Grants.Any(grant => grant.Role is not (Role.Viewer or Role.Administrator or Role.Monitor or Role.HospitalSystem));

    /// <summary>By when it is due, so overdue first; then what has no such time, the longest wait first.</summary>
    public IReadOnlyList<Matter> Of(Caller caller) => Of(caller, OfRoles(caller.Grants));

    /// <param name="ofRoles">What waits for the caller's roles, for many callers who share them.</param>
    public IReadOnlyList<Matter> Of(Caller caller, IEnumerable<Matter> ofRoles) => InOrder(ofRoles.Concat(OwnActions(caller, clock.GetUtcNow())));

    public IReadOnlyList<Matter> OfRoles(IEnumerable<Grant> grants)
    {
        var now = clock.GetUtcNow();
        return [.. grants.GroupBy(grant => grant.Role, grant => grant.Scope).SelectMany(role => Of(role.Key, [.. role], now))];
    }

    /// <summary>What waits for a place itself, whoever of its people settles it, in the same order.</summary>
    public IReadOnlyList<Matter> OfPlace(SiteKey place) =>
        boards.Find(place) is { Details: not null, Closed: null, Unreadable: null } site ? InOrder(OfPlace(site, clock.GetUtcNow())) : [];

    private static IReadOnlyList<Matter> InOrder(IEnumerable<Matter> matters) =>
    [
        .. matters.DistinctBy(matter => matter.Id)
            .OrderBy(matter => matter.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(matter => matter.Since)
            .ThenBy(matter => matter.Id, StringComparer.Ordinal),
    ];

    private IEnumerable<Matter> OfPlace(Site site, DateTimeOffset now) =>
        PlaceMatters.Of(site, policies.Of(site.Key.Locality, now), now).Concat(Residents(site)).Concat(People(site, now));

    /// <summary>Actions of which the round wrote the caller's name as the owner.</summary>
    private IEnumerable<Matter> OwnActions(Caller caller, DateTimeOffset now) =>
        WardMatters.Actions(caller.Where(Permission.SeeStays).SelectMany(SitesAt).DistinctBy(site => site.Key), now, owner => string.Equals(owner, caller.Name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<Matter> Of(Role role, List<Scope> scopes, DateTimeOffset now)
    {
        var own = scopes.SelectMany(SitesAt).DistinctBy(site => site.Key);
        return role switch
        {
            Role.CareProvider => own.SelectMany(site => OfPlace(site, now)),
            Role.Ward => own.SelectMany(site => OfPlace(site, now).Concat(WardMatters.Actions([site], now, _ => true))),
            Role.TrustedAssessor => own.SelectMany(site => PlaceMatters.OfTrustedAssessor(site, now)),
            Role.TransferTeam => TeamOf(scopes, now),
            Role.GrandRound => WardMatters.Actions(own, now, _ => true),
            Role.Assessor => scopes.Select(scope => scope.Locality?.Value).OfType<string>().Distinct()
                .SelectMany(locality => OpenAssessment.In(locality, SitesAt(Scope.Everywhere), each => policies.Of(each, now), now))
                .Where(open => IsTheirs(scopes, open.Person))
                .Select(OfAssessment),
            Role.Commissioner => own.SelectMany(site => OversightMatters.Of(site, Freshness(site, now), now)),
            _ => [],
        };
    }

    private IEnumerable<Matter> Residents(Site place) => place.Kind.IsResidence()
        ? PersonsResidence.From(place, boards.Residents, boards.Find).Where(resident => resident.Word is null).Select(resident => PlaceMatters.OfResident(place, resident))
        : [];

    /// <summary>What waits for a ward or unit about its people.</summary>
    private IEnumerable<Matter> People(Site site, DateTimeOffset now) => site.Stays.All.IsEmpty
        ? []
        : WardMatters.Of(site, PlacesHeld.For(boards, site, now), PlacesAsked.For(boards, site, now), policies.Of(site.Key.Locality, now).Choice, now);

    private IEnumerable<Matter> TeamOf(List<Scope> scopes, DateTimeOffset now)
    {
        var sites = SitesAt(Scope.Everywhere).ToList();
        return TeamMatters.Of([.. sites.SelectMany(site => site.Stays.All.Select(stay => new KnownStay(site, stay))).Where(person => IsTheirs(scopes, person))], sites, locality => policies.Of(locality, now).Reminders, now);
    }

    /// <summary>The sites of a scope that are open and can be read.</summary>
    private IEnumerable<Site> SitesAt(Scope scope) =>
        (scope.Locality is { } locality ? boards.Find(locality.Value)?.Sites() ?? [] : boards.All.SelectMany(board => board.Sites()))
        .Where(site => site is { Details: not null, Closed: null, Unreadable: null } && scope.Covers(Scope.Of(site.Key)));

    /// <summary>True for people at a scope's sites, and for a locality's own people elsewhere.</summary>
    private static bool IsTheirs(List<Scope> scopes, KnownStay person) =>
        scopes.Exists(scope => scope.Covers(Scope.Of(person.Site.Key)) || (Scope.OfHome(person.Stay) is { } home && scope.Covers(home)));

    private static Matter OfAssessment(OpenAssessment open) => new(
        MatterKind.Assess,
        open.Site,
        open.Person.Site.Details!.Name,
        open.Assessment.Id,
        open.Person.Stay.Reference,
        open.View.Name,
        $"{Paths.OfStay(open.Site, open.Person.Stay.Reference)}#assessments",
        open.Assessment.Asked.At,
        open.Assessment.PromisedFor ?? open.View.Due);

    private FreshnessPolicy Freshness(Site site, DateTimeOffset now) => policies.Of(site.Key.Locality, now).FreshnessOf(site.Kind);
}

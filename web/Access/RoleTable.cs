using System.Collections.Frozen;
using static CapacityBoard.Access.Permission;

namespace CapacityBoard.Access;

/// <summary>What each role may do at the sites of its scope and in their locality.</summary>
internal static class RoleTable
{
    private static readonly FrozenDictionary<Role, Allowed> Roles = new Dictionary<Role, Allowed>
    {
        [Role.CareProvider] = new(
            AtItsSites: [SeeCounts, SeeSite, SeeStays, DeclareVacancies, AnswerHolds, AnswerEnquiries, ChangeStays, PlanDischarges],
            InTheLocality: [SeeCounts]),
        [Role.TrustedAssessor] = new(
            AtItsSites: [SeeCounts, SeeSite, SeeStays, AnswerEnquiries],
            InTheLocality: [SeeCounts]),
        [Role.Ward] = new(
            AtItsSites: [SeeCounts, SeeBoard, SeeSite, SeeStays, DeclareVacancies, AnswerHolds, ChangeStays, PlanDischarges, ReviewStays, Assess],
            InTheLocality: [SeeCounts, SeeBoard]),
        [Role.TransferTeam] = new(
            AtItsSites:
            [
                SeeCounts, SeeBoard, SeeSite, SeeStays, DeclareVacancies, AnswerHolds, AnswerEnquiries, PlaceHolds, SuspendPlacements, PlanDischarges, ReviewStays, Assess,
            ],
            InTheLocality: [SeeCounts, SeeBoard]),
        [Role.GrandRound] = new(
            AtItsSites: [SeeCounts, SeeBoard, SeeSite, SeeStays, PlanDischarges, ReviewStays],
            InTheLocality: [SeeCounts, SeeBoard]),
        [Role.Commissioner] = new(
            AtItsSites: [SeeCounts, SeeBoard, SeeSite, SuspendPlacements],
            InTheLocality: [SeeCounts, SeeBoard]),
        [Role.Viewer] = new(
            AtItsSites: [SeeCounts],
            InTheLocality: [SeeCounts]),
        [Role.Administrator] = new(
            AtItsSites: [SeeCounts, SeeBoard, SeeSite, RegisterSites, Administer, SeeAudit, SeeMetrics],
            InTheLocality: [SeeCounts]),
        [Role.Monitor] = new(
            AtItsSites: [SeeMetrics],
            InTheLocality: []),
        [Role.Assessor] = new(
            AtItsSites: [SeeCounts, SeeBoard, SeeSite, SeeStays, Assess],
            InTheLocality: [SeeCounts, SeeBoard]),
        [Role.HospitalSystem] = new(
            AtItsSites: [SendMessages],
            InTheLocality: []),
    }.ToFrozenDictionary();

    /// <summary>True if a grant allows the permission at a place; with no place, if anywhere.</summary>
    public static bool Allows(Grant grant, Permission permission, Scope? at)
    {
        var allowed = Roles[grant.Role];
        return at is null
            ? allowed.AtItsSites.Contains(permission) || allowed.InTheLocality.Contains(permission)
            : (allowed.AtItsSites.Contains(permission) && grant.Scope.Covers(at))
                || (allowed.InTheLocality.Contains(permission) && grant.Scope.Locality == at);
    }

    public static bool SeesPeople(Role role) => Roles[role].AtItsSites.Contains(SeeStays);

    private sealed record Allowed(HashSet<Permission> AtItsSites, HashSet<Permission> InTheLocality);
}

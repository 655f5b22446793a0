using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// What people are grouped by in reports: their ward's hospital (<c>stockport/stepping-hill</c>), or a single unit.
/// </summary>
internal static class HospitalOrUnit
{
    public static string Of(SiteKey site) => site.HospitalKey ?? site.Value;
}

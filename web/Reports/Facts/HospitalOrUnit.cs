using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>What figures of people are told by: a ward's hospital (<c>stockport/stepping-hill</c>), or a unit by itself.</summary>
internal static class HospitalOrUnit
{
    public static string Of(SiteKey site) => site.HospitalKey ?? site.Value;
}

using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>People who wait on a ward of a locality of the test's own.</summary>
internal static class WaitingActs
{
    /// <summary>A ward with six empty beds.</summary>
    public static async Task<SiteKey> Ward(this ApiUser user, string locality, string name = "a1")
    {
        var ward = SiteKey.OfWard(locality, "the-hospital", name);
        (await user.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await user.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
        return ward;
    }

    /// <summary>Somebody who is medically optimised.</summary>
    public static async Task Waits(this ApiUser user, SiteKey ward, string stay, Needs needs, DateTimeOffset since)
    {
        (await user.Say(SiteKind.Ward, ward, new AdmitStay(stay, stay, AdmittedAt: since.AddDays(-10), HomeLocality: ward.Locality))).ThenAccepted();
        (await user.Say(SiteKind.Ward, ward, new SetNeeds(stay, needs))).ThenAccepted();
        (await user.Say(SiteKind.Ward, ward, new DeclareMedicallyOptimised(stay, since))).ThenAccepted();
    }
}

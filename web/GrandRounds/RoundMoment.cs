using System.Collections.Immutable;
using CapacityBoard.History;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>A locality's sites now or at a past time, from which rounds are made.</summary>
/// <param name="Version">The version of their board, or an earlier one.</param>
/// <param name="Hospitals">Today's hospitals, whatever time is shown.</param>
public sealed record RoundMoment(
    string Locality, AsAt AsAt, LocalityPolicy Policy, long Version, IReadOnlyCollection<Site> Sites, ImmutableArray<RoundHospital> Hospitals)
{
    /// <summary>The time of all figures.</summary>
    public DateTimeOffset At => AsAt.At;

    public RoundWeek Week => RoundWeek.Of(At, Policy);

    /// <summary>The rounds for which there are records, newest first.</summary>
    public ImmutableArray<RoundWeek> PastRounds(int most) => RoundWeek.Of(AsAt.Now, Policy).Before(AsAt.Began, most);

    /// <summary>
    /// The default hospital: the largest whose people the viewer may see, or else the largest; null if there is none.
    /// </summary>
    public string? HospitalOf(Func<SiteKey, bool> maySeeStaysAt) =>
        (Hospitals.FirstOrDefault(hospital => hospital.Wards.Any(maySeeStaysAt)) ?? Hospitals.FirstOrDefault())?.Part;
}

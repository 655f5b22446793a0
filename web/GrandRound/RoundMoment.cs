using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRound;

/// <summary>A locality's sites as of an instant, of which rounds are made.</summary>
/// <param name="Version">The board's version that they are of, or a later one.</param>
/// <param name="IsPast">True where the instant was asked for; false where it is now.</param>
public sealed record RoundMoment(
    string Locality, DateTimeOffset At, LocalityPolicy Policy, long Version, IReadOnlyCollection<Site> Sites, bool IsPast = false)
{
    public RoundWeek Week => RoundWeek.Of(At, Policy);

    public ImmutableArray<RoundHospital> Hospitals => RoundHospital.Of(Sites);

    /// <summary>The hospital that somebody mostly means: the largest that they may see people of, or else the largest; null where there is none.</summary>
    public string? HospitalOf(Func<SiteKey, bool> maySeeStaysAt) =>
        (Hospitals.FirstOrDefault(hospital => hospital.Wards.Any(maySeeStaysAt)) ?? Hospitals.FirstOrDefault())?.Part;
}

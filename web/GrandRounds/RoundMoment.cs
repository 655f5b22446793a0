using System.Collections.Immutable;
using CapacityBoard.History;
using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>A locality's sites as of now or as at a past moment, of which rounds are made.</summary>
/// <param name="Version">The board's version that they are of, or an earlier one.</param>
/// <param name="Hospitals">Those of today, whatever the moment.</param>
public sealed record RoundMoment(
    string Locality, AsAt AsAt, LocalityPolicy Policy, long Version, IReadOnlyCollection<Site> Sites, ImmutableArray<RoundHospital> Hospitals)
{
    /// <summary>The instant that everything is of.</summary>
    public DateTimeOffset At => AsAt.At;

    public RoundWeek Week => RoundWeek.Of(At, Policy);

    /// <summary>The rounds of which something is known, the newest first.</summary>
    public ImmutableArray<RoundWeek> PastRounds(int most) => RoundWeek.Of(AsAt.Now, Policy).Before(AsAt.Began, most);

    /// <summary>The hospital that somebody mostly means: the largest that they may see people of, or else the largest; null where there is none.</summary>
    public string? HospitalOf(Func<SiteKey, bool> maySeeStaysAt) =>
        (Hospitals.FirstOrDefault(hospital => hospital.Wards.Any(maySeeStaysAt)) ?? Hospitals.FirstOrDefault())?.Part;
}

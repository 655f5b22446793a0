using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>A person's needs, by pathway and age.</summary>
internal sealed class NeedsFound(Scene scene)
{
    private readonly Random _random = scene.Random;
    private readonly ImmutableArray<PlannedSite> _homes = [.. scene.Sites.Where(site => site.Kind == SiteKind.CareHome)];

    public Needs Of(Patient patient)
    {
        var isNursing = patient.Pathway == Pathway.P3 && _random.Chance(0.45);
        var hasDementia = _random.Chance(patient.Age >= AgeBand.From75To84 ? 0.34 : 0.08);
        var types = Types(patient.Pathway, isNursing, hasDementia);
        return new(
            types,
            isNursing,
            hasDementia && patient.Pathway != Pathway.P2,
            (Mobility)_random.Next((int)Mobility.Independent, (int)Mobility.InBed + 1),
            patient.Pathway == Pathway.P3 ? _random.Of([Funding.SelfFunding, Funding.LocalAuthority, Funding.LocalAuthority, Funding.ContinuingHealthcare, Funding.Undecided]) : Funding.NhsDischarge,
            patient.Pathway == Pathway.P3 ? Wished(types) : [],
            patient.Home == "stockport" && _random.Chance(0.6) ? _random.Of(InventedNames.Neighbourhoods).Name : null);
    }

    private ImmutableArray<BedType> Types(Pathway pathway, bool isNursing, bool hasDementia) => (pathway, isNursing, hasDementia) switch
    {
        (Pathway.P1, _, _) => _random.Chance(0.25) ? [BedType.ReablementPackage, BedType.CarePackage] : [BedType.CarePackage],
        (Pathway.P2, _, _) => _random.Chance(0.6) ? [BedType.StepDown, BedType.DischargeToAssess] : [BedType.DischargeToAssess, BedType.StepDown],
        (_, true, true) => [BedType.DementiaNursing],
        (_, true, false) => [BedType.GeneralNursing],
        (_, false, true) => [BedType.DementiaResidential, BedType.DementiaNursing],
        _ => [BedType.GeneralResidential],
    };

    private ImmutableArray<SiteKey> Wished(ImmutableArray<BedType> types) =>
    [
        .. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => _random.Of(_homes))
            .Where(home => scene.Town.Find(home.Key).Capacity.Line(types[0]) is not null).Select(home => home.Key).Distinct(),
    ];
}

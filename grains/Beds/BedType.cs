using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

[GenerateSerializer, Alias("board.bed-type")]
public enum BedType
{
    GeneralResidential,
    DementiaResidential,
    GeneralNursing,
    DementiaNursing,
    LearningDisabilityResidential,
    LearningDisabilityNursing,
    MentalHealthResidential,
    MentalHealthNursing,
    YoungPhysicallyDisabled,
    Transitional,
    StepDown,
    StepUp,
    DischargeToAssess,
    Inpatient,
    CarePackage,
    ReablementPackage,
}

public static class BedTypes
{
    private static readonly ImmutableArray<BedType> CareHome = [.. Enum.GetValues<BedType>().Where(type => type <= BedType.Transitional)];

    private static readonly ImmutableArray<BedType> IntermediateCare = [BedType.StepDown, BedType.StepUp, BedType.DischargeToAssess];

    private static readonly ImmutableArray<BedType> Ward = [BedType.Inpatient];

    private static readonly ImmutableArray<BedType> HomeCare = [BedType.CarePackage, BedType.ReablementPackage];

    /// <summary>The bed types that a kind of site may have.</summary>
    public static ImmutableArray<BedType> Of(SiteKind kind) => kind switch
    {
        SiteKind.CareHome => CareHome,
        SiteKind.IntermediateCareUnit => IntermediateCare,
        SiteKind.Ward => Ward,
        _ => HomeCare,
    };
}

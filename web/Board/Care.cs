using CapacityBoard.Beds;

namespace CapacityBoard.Board;

/// <summary>The care that beds of a type provide; null if the type does not say.</summary>
internal static class Care
{
    public static bool? HasNursing(BedType type) => type switch
    {
        BedType.GeneralNursing or BedType.DementiaNursing or BedType.LearningDisabilityNursing or BedType.MentalHealthNursing => true,
        BedType.GeneralResidential or BedType.DementiaResidential or BedType.LearningDisabilityResidential or BedType.MentalHealthResidential => false,
        _ => null,
    };

    public static bool? IsForDementia(BedType type) => type switch
    {
        BedType.DementiaNursing or BedType.DementiaResidential => true,
        _ => HasNursing(type) is null ? null : false,
    };
}

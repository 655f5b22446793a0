namespace CapacityBoard.Stays;

/// <summary>Where a person went on discharge.</summary>
[GenerateSerializer]
public enum Destination
{
    UsualResidence,
    CareHome,
    IntermediateCareUnit,
    OtherHospital,
    Hospice,
    Died,
    Other,
}

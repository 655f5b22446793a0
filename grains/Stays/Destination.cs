namespace CapacityBoard.Stays;

/// <summary>Where a person went on discharge.</summary>
[GenerateSerializer, Alias("board.destination")]
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

namespace CapacityBoard.Sites;

[GenerateSerializer]
public enum SiteKind
{
    CareHome,
    IntermediateCareUnit,
    Ward,
    HomeCareProvider,
}

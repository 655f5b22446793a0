namespace CapacityBoard.Sites;

[GenerateSerializer, Alias("board.site-kind")]
public enum SiteKind
{
    CareHome,
    IntermediateCareUnit,
    Ward,
    HomeCareProvider,
}

public static class SiteKinds
{
    /// <summary>True where a site says who is in its beds, and not only how many.</summary>
    public static bool RecordsStays(this SiteKind kind) => kind is SiteKind.Ward or SiteKind.IntermediateCareUnit;
}

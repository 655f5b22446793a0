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
    /// <summary>True if the site records who is in its beds, not only how many are occupied.</summary>
    public static bool RecordsStays(this SiteKind kind) => kind is SiteKind.Ward or SiteKind.IntermediateCareUnit;

    /// <summary>True if people usually live there, or are supported by it in their own homes.</summary>
    public static bool IsResidence(this SiteKind kind) => kind is SiteKind.CareHome or SiteKind.HomeCareProvider;
}

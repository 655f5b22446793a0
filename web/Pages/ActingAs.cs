using CapacityBoard.Sites;

namespace CapacityBoard.Pages;

/// <summary>Who acts on a page, as shown beside the figures. The page says it, since nobody signs in.</summary>
public static class ActingAs
{
    public const string TransferTeam = "Transfer team";

    public const string Commissioners = "Commissioners";

    public static string Site(SiteDetails details) => details.Name[..Math.Min(details.Name.Length, Limits.ShortText)];
}

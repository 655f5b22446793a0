using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>A state as text, since records that hold arrays are not equal by value but their JSON is.</summary>
internal static class DomainText
{
    public static string Of(Site site) => JsonSerializer.Serialize(site, site.GetType(), DomainJson.Options);

    public static Site Read(string text, Site sameKind) => (Site)JsonSerializer.Deserialize(text, sameKind.GetType(), DomainJson.Options)!;
}

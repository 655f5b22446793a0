using System.Text.Json;
using System.Text.Json.Nodes;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Processes;

/// <summary>A site's details as a client of any build sends them.</summary>
public static class SiteDetailsJson
{
    /// <summary>Without empty lists: an earlier build refuses a property that came later.</summary>
    public static JsonObject Of(SiteDetails details) =>
        new(JsonSerializer.SerializeToNode(details, DomainJson.Options)!.AsObject()
            .Where(each => each.Value is not JsonArray { Count: 0 })
            .Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
}

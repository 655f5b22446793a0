using System.Text.Json.Nodes;

namespace CapacityBoard.Fuzz;

/// <summary>One thing that the API's description says can be asked.</summary>
/// <param name="BodyType">The content type of its body; null where it takes none.</param>
/// <param name="Body">The schema of its body; null where it takes none.</param>
internal sealed record ApiOperation(string Method, string Path, IReadOnlyList<string> Queries, string? BodyType, JsonNode? Body)
{
    public static IReadOnlyList<ApiOperation> In(JsonNode description) =>
    [
        .. description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, operation) => Of(operation.Key.ToUpperInvariant(), path.Key, operation.Value!)),
    ];

    private static ApiOperation Of(string method, string path, JsonNode operation)
    {
        var queries = operation["parameters"]?.AsArray().Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!) ?? [];
        var body = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        return new(method, path, [.. queries], body?.Key, body?.Value?["schema"]);
    }
}

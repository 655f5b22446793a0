using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CapacityBoard.Api;

/// <summary>
/// The API's description at <c>/openapi/v1.json</c>. It takes about a second of one core to create and is the same for everyone,
/// so it is created once; otherwise requests for it could keep the server busy.
/// </summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents)
{
    public const string Name = "v1";

    private readonly Lazy<Task<string>> _text = new(() => Make(documents));

    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{ProgramPaths.Description}/{Name}.json", Read).ExcludeFromDescription();

    private static async Task<IResult> Read(ApiDescription description) => TypedResults.Text(await description._text.Value, "application/json;charset=utf-8");

    private static async Task<string> Make(IOpenApiDocumentProvider documents)
    {
        var document = await documents.GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }
}

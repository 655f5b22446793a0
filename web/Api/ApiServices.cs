using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CapacityBoard.Api;

internal static partial class ApiServices
{
    private static readonly OpenApiInfo Info = new()
    {
        Title = "Capacity board",
        Version = "v1",
        Description = "All commands and views of the board. Send each command with your own Idempotency-Key: "
            + "if you repeat it, it is done only once. Times are ISO 8601 with a time zone. Figures are whole beds.",
    };

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            DomainJson.Configure(json.SerializerOptions);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddSingleton<ApiDescription>();
        return services.AddOpenApi(ApiDescription.Name, Describe);
    }

    /// <summary>Turns every error under <c>/api</c> into a problem document, whatever raised it.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(ProgramPaths.IsApi, api =>
    {
        api.UseExceptionHandler();
        api.UseStatusCodePages(page => TypedResults.Problem(Problems.OfStatus(page.HttpContext.Response.StatusCode)).ExecuteAsync(page.HttpContext));
    });

    public static void UsePageErrors(this WebApplication app) => app.UseWhen(context => !ProgramPaths.IsApi(context), pages =>
    {
        pages.UseExceptionHandler("/error");
        pages.UseStatusCodePagesWithReExecute("/error", "?status={0}");
    });

    private static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = Info;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Parameters ??= [];
            foreach (var part in AddressParts(context.Description.RelativePath).Where(part => operation.Parameters.All(known => known.Name != part.Name)))
            {
                operation.Parameters.Add(part);
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type.IsEnum)
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => CodeOf(type, value))];
            }
            else if (type == typeof(Sites.SiteKey) || type == typeof(DateTimeOffset))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = type == typeof(DateTimeOffset) ? "date-time" : null;
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>The parts of an address that the endpoints read as a site's key.</summary>
    private static IEnumerable<OpenApiParameter> AddressParts(string? address) => AddressPart().Matches(address ?? "").Select(part => new OpenApiParameter
    {
        Name = part.Groups[1].Value,
        In = ParameterLocation.Path,
        Required = true,
        Description = $"As in the board's addresses: {Sites.SiteKey.Allowed}.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex AddressPart();

    private static JsonNode CodeOf(Type type, object value) =>
        System.Text.Json.JsonSerializer.SerializeToNode(Enum.ToObject(type, value), type, DomainJson.Options)!;
}

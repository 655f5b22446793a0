using System.Reflection;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Gate;
using CapacityBoard.Hosting;
using CapacityBoard.Reports;
using CapacityBoard.Returns;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access;

/// <summary>One thing that can be asked of the server.</summary>
/// <param name="Name">As the access table has it.</param>
/// <param name="Handler">The form's handler, for a page that is sent one.</param>
public sealed partial record AskedEndpoint(string Name, string Method, string Pattern, string? Handler = null)
{
    /// <summary>All reports or returns that its address may be of; none where it is of neither.</summary>
    public IReadOnlyList<string> Kinds => Pattern.Contains("{report", StringComparison.Ordinal) ? [.. ReportList.All.Select(report => report.Code)]
        : Pattern.Contains("{name", StringComparison.Ordinal) ? [.. ReturnList.All.Select(each => each.Code)]
        : [];

    public bool IsForm => Name.StartsWith("PAGE", StringComparison.Ordinal) && Method != "GET";

    /// <summary>Its address at a place.</summary>
    /// <param name="place">Null for one that is about no place.</param>
    /// <param name="other">Stands for every part that is no place's.</param>
    public string AddressAt(SiteKey? place, string other) => Part().Replace(Pattern, part => part.Groups[1].Value switch
    {
        "locality" => place!.Locality,
        "hospital" => place!.Hospital!,
        "ward" or "site" => place!.Name,
        "page" => "1",
        _ => other,
    });

    public override string ToString() => $"{Name} ({Pattern})";

    [GeneratedRegex(@"{\*{0,2}([a-zA-Z]+)[^}]*}")]
    private static partial Regex Part();
}

/// <summary>Everything that can be asked of the server, found in what it maps and in its pages' and hubs' classes.</summary>
internal static class EveryEndpoint
{
    public static async Task<IReadOnlyList<AskedEndpoint>> Of(TestBoard board)
    {
        var endpoints = board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var loader = board.Services.GetRequiredService<PageLoader>();
        var asked = new List<AskedEndpoint>();
        foreach (var endpoint in endpoints)
        {
            var pattern = $"/{endpoint.RoutePattern.RawText!.Trim('/')}";
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                asked.Add(new(EndpointName.OfPage(page.ViewEnginePath), "GET", pattern));
                asked.AddRange(compiled.HandlerMethods.Where(handler => handler.HttpMethod != "Get").Select(handler =>
                    new AskedEndpoint(EndpointName.OfForm(page.ViewEnginePath, handler.HttpMethod, handler.Name), handler.HttpMethod.ToUpperInvariant(), pattern, handler.Name)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
                asked.AddRange(methods.Select(method => new AskedEndpoint(EndpointName.Of(endpoint, method), method, pattern)));
            }
        }

        return asked;
    }

    /// <summary>The methods of every hub of the program, by their names in the access table.</summary>
    public static IEnumerable<string> HubMethods() => typeof(BoardServer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Hub)))
        .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition() == method)
            .Select(method => EndpointName.OfHubMethod(hub, method.Name)));
}

using CapacityBoard.Choices;
using CapacityBoard.Commands;
using CapacityBoard.GrandRounds;
using CapacityBoard.History;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Board;

internal static class BoardSetup
{
    /// <summary>The boards of this node and the hub that pushes them.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(json => DomainJson.Configure(json.PayloadSerializerOptions));
        MeasuredProtocol.AddAround(services);
        services.AddSingleton<LocalityPolicies>();
        services.AddProjection<Boards>();
        return services;
    }
}

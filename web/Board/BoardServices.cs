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

internal static class BoardServices
{
    /// <summary>The read model of this node and the hub that pushes it.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(json => DomainJson.Configure(json.PayloadSerializerOptions));
        MeasuredProtocol.AddAround(services);
        services.AddSingleton<LocalityPolicies>();
        services.AddSingleton<FactBook>();
        services.AddSingleton<BoardHistory>();
        services.AddSingleton<Boards>();
        services.AddHostedService(provider => provider.GetRequiredService<Boards>());
        services.AddHostedService<LagWatch>();
        services.AddHostedService<TransferRecovery>();
        services.AddSingleton<ChoiceListSource>();
        services.AddSingleton<RoundReader>();
        return services;
    }
}

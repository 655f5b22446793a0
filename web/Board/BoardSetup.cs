using CapacityBoard.Access.Gate;
using CapacityBoard.Board.Trends;
using CapacityBoard.Journal;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

internal static class BoardSetup
{
    /// <summary>Adds this node's boards and the hub that pushes them.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddJsonProtocol(json => DomainJson.Configure(json.PayloadSerializerOptions))
            .AddMessagePackProtocol(messages => messages.SerializerOptions = messages.SerializerOptions.WithResolver(
                CompositeResolver.Create([new BoardUpdateFormatter(), new InstantFormatter()], [BuiltinResolver.Instance])));
        MeasuredProtocol.AddAround(services);
        services.AddSingleton<OpenScreens>();
        services.AddSingleton<HubGate>();
        services.Configure<HubOptions>(hub => hub.AddFilter<HubGate>());
        services.AddSingleton<ScreenSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ScreenSweep>());
        services.AddProjection<TrendBook>();
        services.AddProjection<Boards>();
        services.AddSingleton<IStayHomes, StayHomes>();
        services.AddSingleton<ISitePostcodes, SitePostcodes>();
        return services;
    }
}

namespace CapacityBoard.Projections;

internal static class ProjectionsSetup
{
    /// <summary>The engine that folds the journal on this node.</summary>
    public static IServiceCollection AddProjections(this IServiceCollection services) => services
        .AddSingleton<FoldProgress>()
        .AddSingleton<SiteReplay>()
        .AddSingleton<SnapshotKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<SnapshotKeeper>())
        .AddHostedService<JournalFold>()
        .AddHostedService<LagWatch>();

    /// <summary>One more projection; it is given each entry after those that were added before it.</summary>
    public static IServiceCollection AddProjection<TProjection>(this IServiceCollection services)
        where TProjection : class, IProjection => services
        .AddSingleton<TProjection>()
        .AddSingleton<IProjection>(provider => provider.GetRequiredService<TProjection>());
}

using CapacityBoard.Projections;

namespace CapacityBoard.Reports.Facts;

internal static class FactsSetup
{
    /// <summary>Adds what reports are counted from.</summary>
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddProjection<SegmentKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<SegmentKeeper>())
        .AddProjection<ReportFacts>();
}

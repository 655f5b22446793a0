using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

/// <summary>Makes every silo of a cluster drop the grains that nobody calls at the moment.</summary>
internal static class IdleGrains
{
    public static async Task Collect(IGrainFactory grains)
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        await Deadline.Until(
            async () =>
            {
                await management.ForceActivationCollection(TimeSpan.Zero);
                return (await management.GetDetailedGrainStatistics()).All(each => !each.GrainType.Contains("CapacityBoard", StringComparison.Ordinal));
            },
            "every site has left memory");
    }
}

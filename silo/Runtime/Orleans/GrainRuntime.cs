using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace CapacityBoard.Runtime;

/// <summary>What runs the grains in this build: Microsoft Orleans.</summary>
public static class GrainRuntime
{
    /// <summary>Its name, for <c>/health</c> and the log.</summary>
    public static string Name => "Orleans";

    internal static void AddGrainRuntime(this IHostApplicationBuilder builder) =>
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
}

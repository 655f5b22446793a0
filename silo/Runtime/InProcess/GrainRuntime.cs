using CapacityBoard.Runtime.InProcess;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Runtime;

/// <summary>What runs the grains in this build: the embedded runtime, for one process.</summary>
public static class GrainRuntime
{
    /// <summary>Its name, for <c>/health</c> and the log.</summary>
    public static string Name => "InProcess";

    internal static void AddGrainRuntime(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new GrainHosting());
        builder.Services.AddSingleton(GrainClasses.In(typeof(Site).Assembly));
        builder.Services.AddSingleton<InProcessGrainFactory>();
        builder.Services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<InProcessGrainFactory>());
        builder.Services.AddHostedService<InProcessGrainLifetime>();
    }

    /// <summary>Why the runtime could not start, for a person; null where the exception is none of its own: it has none.</summary>
    internal static string? Explain(Exception exception) => null;

    /// <exception cref="GrainsUnavailableException">Always.</exception>
    internal static void AddSilo(this IHostApplicationBuilder builder) => throw new GrainsUnavailableException(
        $"This is the {Name} build of {builder.Environment.ApplicationName}, whose grains run inside the web program. Build with GrainRuntime=Orleans for silos of their own.");
}

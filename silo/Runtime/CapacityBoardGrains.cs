using CapacityBoard.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Runtime;

public static class CapacityBoardGrains
{
    /// <summary>
    /// Everything that grains need to run: their journal (<see cref="Journal.IJournal"/>), their clock
    /// (<see cref="TimeProvider"/>) and the runtime of this build (<see cref="IGrainFactory"/>).
    /// </summary>
    /// <remarks>
    /// The host does not start where the journal cannot be opened: starting it then throws
    /// <see cref="Journal.JournalUnavailableException"/>, or
    /// <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> for a wrong setting, or
    /// <see cref="GrainsUnavailableException"/> where the cluster cannot be joined, each with a message for a person.
    /// Settings: <see cref="JournalOptions"/>, <see cref="GrainOptions"/>.
    /// </remarks>
    public static TBuilder AddCapacityBoardGrains<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddWhatGrainsNeed();
        builder.AddGrainRuntime();
        return builder;
    }

    /// <summary>The same for a process that only hosts grains, for web programs that host none.</summary>
    /// <exception cref="GrainsUnavailableException">This build's runtime has its grains in the web program.</exception>
    internal static void AddCapacityBoardSilo(this IHostApplicationBuilder builder)
    {
        builder.AddWhatGrainsNeed();
        builder.AddSilo();
    }

    private static void AddWhatGrainsNeed(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddJournal();
        builder.Services.AddGrainOptions();
    }

    internal static void AddGrainOptions(this IServiceCollection services) => services.AddOptions<GrainOptions>()
        .BindConfiguration(GrainOptions.Section)
        .Validate(options => options.CollectionAge >= GrainOptions.ShortestAge && options.CollectionAge <= GrainOptions.LongestAge, GrainOptions.Allowed)
        .ValidateOnStart();
}

using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Demonstration;

/// <summary>What the demonstration says, said to a test's server.</summary>
internal static class DemonstrationGrains
{
    public static Task<Outcome> Tell(this TestBoard board, PlannedSite site, SiteCommand command, string? by = null, string? operation = null) =>
        board.Services.GetRequiredService<IGrainFactory>().GetSite(site.Kind, site.Key)
            .Execute(new(command, operation ?? Guid.CreateVersion7().ToString("n"), by ?? site.Details.Name));
}

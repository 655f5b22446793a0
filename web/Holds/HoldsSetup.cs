using CapacityBoard.Commands;

namespace CapacityBoard.Holds;

internal static class HoldsSetup
{
    /// <summary>Adds what releases beds that nobody needs any more.</summary>
    public static IServiceCollection AddHolds(this IServiceCollection services) => services
        .AddSingleton<HoldFollowUp>()
        .AddSingleton<IFollowUp>(provider => provider.GetRequiredService<HoldFollowUp>())
        .AddHostedService<HoldRecovery>();
}

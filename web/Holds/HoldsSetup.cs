using CapacityBoard.Commands;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

internal static class HoldsSetup
{
    /// <summary>Adds what keeps the two sides of a hold in step.</summary>
    public static IServiceCollection AddHolds(this IServiceCollection services) => services
        .AddSingleton<HoldAdmission>()
        .AddSingleton<HoldFollowUp>()
        .AddSingleton<IFollowUp>(provider => provider.GetRequiredService<HoldFollowUp>())
        .AddHostedService<HoldRecovery>();
}

using CapacityBoard.Commands;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

internal static class HoldsSetup
{
    /// <summary>What joins the two sides of a hold.</summary>
    public static IServiceCollection AddHolds(this IServiceCollection services) => services
        .AddSingleton<HoldAdmission>()
        .AddSingleton<HoldFollowUp>()
        .AddSingleton<IFollowUp>(provider => provider.GetRequiredService<HoldFollowUp>())
        .AddHostedService<HoldRecovery>();
}

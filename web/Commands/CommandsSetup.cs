using CapacityBoard.Stays;

namespace CapacityBoard.Commands;

internal static class CommandsSetup
{
    /// <summary>Adds the execution of commands, and the recovery of those that a fault left incomplete.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<StayTransfer>()
        .AddSingleton<SiteCommands>()
        .AddHostedService<TransferRecovery>();
}

using CapacityBoard.Stays;

namespace CapacityBoard.Commands;

internal static class CommandsSetup
{
    /// <summary>How commands are done, and finished where a fault left one half-way.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<StayTransfer>()
        .AddSingleton<SiteCommands>()
        .AddHostedService<TransferRecovery>();
}

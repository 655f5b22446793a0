namespace CapacityBoard.Policies;

internal static class PoliciesSetup
{
    /// <summary>What each locality has set, read again now and then for what other nodes set.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton<LocalityPolicies>()
        .AddSingleton<PolicyKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<PolicyKeeper>());
}

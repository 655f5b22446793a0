namespace CapacityBoard.Policies;

internal static class PoliciesSetup
{
    /// <summary>Adds localities' policies, which are read again regularly for what other nodes set.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton<LocalityPolicies>()
        .AddSingleton<PolicyKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<PolicyKeeper>());
}

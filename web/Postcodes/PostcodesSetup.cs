namespace CapacityBoard.Postcodes;

internal static class PostcodesSetup
{
    /// <summary>Adds the postcode directory, which is read again regularly for what other nodes import.</summary>
    public static IServiceCollection AddPostcodes(this IServiceCollection services) => services
        .AddSingleton<KnownPostcodes>()
        .AddSingleton<PostcodeImport>()
        .AddSingleton<PostcodeKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<PostcodeKeeper>());
}

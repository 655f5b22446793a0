namespace CapacityBoard.Import;

internal static class ImportServices
{
    /// <summary>The import of directories into this node's boards.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<IRegisteredSites, SitesOnBoards>();
        services.AddSingleton<DirectoryImport>();
        return services.AddSingleton<PendingUploads>();
    }
}

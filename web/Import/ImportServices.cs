using Npgsql;

namespace CapacityBoard.Import;

internal static class ImportServices
{
    /// <summary>Adds the import of directories into this node's boards.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<IRegisteredSites, SitesOnBoards>();
        services.AddSingleton<DirectoryImport>();
        services.AddSingleton<AreasImport>();
        return services.AddSingleton<IPendingUploads>(provider => provider.GetService<NpgsqlDataSource>() is { } source
            ? new UploadsInPostgres(source)
            : new UploadsInMemory(provider.GetRequiredService<TimeProvider>()));
    }
}

namespace CapacityBoard.Api;

/// <summary>Addresses that only programs ask for: they are answered with problem documents, never with a page.</summary>
internal static class ProgramPaths
{
    public const string Api = "/api";
    public const string Hub = "/hubs/board";
    public const string Description = "/openapi";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);
}

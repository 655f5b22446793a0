namespace CapacityBoard.Api;

/// <summary>Addresses used only by programs: errors there are problem documents, never pages.</summary>
internal static class ProgramPaths
{
    public const string Api = "/api";
    public const string Hub = "/hubs/board";
    public const string Description = "/openapi";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);
}

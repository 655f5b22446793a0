using System.Security.Claims;
using CapacityBoard.Access.Schemes;
using Microsoft.AspNetCore.Authentication;

namespace CapacityBoard.Access.Wallboards;

/// <summary>
/// Opens a wallboard for a screen by its link, then redirects so that the link is in no address the screen shows.
/// </summary>
internal static class WallboardApi
{
    public static void MapWallboards(this IEndpointRouteBuilder app) => app.MapGet("/wallboard/{token}", LetIn).ExcludeFromDescription();

    private static async Task<IResult> LetIn(string token, HttpContext http, WallboardLinks links, Callers callers)
    {
        if (links.IdIn(token) is not { } id || await callers.Find(CallerKind.Wallboard, id, http.RequestAborted) is not { } caller)
        {
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.Id), new(ClaimTypes.Name, caller.Name)], AccessSchemes.Wallboard);
        await http.SignInAsync(AccessSchemes.Wallboard, new(identity), new() { IsPersistent = true });
        return TypedResults.LocalRedirect($"~/{caller.Grants[0].Scope}/wall");
    }
}

using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Hosting;

/// <summary>The page shown when a page does not exist or failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(Boards boards) : PageModel
{
    private IExceptionHandlerPathFeature? Failure => HttpContext.Features.Get<IExceptionHandlerPathFeature>();

    private string? Path => Failure?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;

    public ErrorWords Words => ErrorWords.Of(
        int.TryParse(Request.Query["status"], out var status) ? status : null, Failure?.Error, HttpMethods.IsPost(Request.Method));

    /// <summary>
    /// The locality in the address, if it has a board that the caller may see; others are not told that it has.
    /// </summary>
    public string? Locality => Path?.Split('/') is [_, var locality, ..] && boards.Find(locality) is not null
        && HttpContext.Caller()?.May(Permission.SeeCounts, Scope.Parse(locality)) == true
            ? locality
            : null;

    /// <summary>The address for submitting the form again; null if nothing was submitted or that might do harm.</summary>
    public string? SendAgainTo => Words.MayBeSentAgain && HttpMethods.IsPost(Request.Method) && Request.HasFormContentType
        ? $"{Request.PathBase}{Failure!.Path}{Request.QueryString}"
        : null;

    /// <summary>The failed page's form may have named any handler, so the status is set for all of them.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.StatusCode = Words.Status;
        if (Words.Status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = "5";
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Pages;

/// <summary>What a page says that cannot be shown. It keeps the status of what went wrong.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public bool IsNotFound { get; private set; }

    public string Heading => IsNotFound ? "Page not found" : "Sorry, there is a problem with the board";

    public void OnGet(int? status) => IsNotFound = status == StatusCodes.Status404NotFound;

    public void OnPost(int? status) => OnGet(status);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Ui.Forms;

/// <summary>A page with forms: what was sent, what is wrong with it, and what was done.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class FormPage : PageModel
{
    private SentForm? _sent;

    public virtual IReadOnlyList<FieldProblem> Problems => _sent?.Problems ?? [];

    /// <summary>What was done, for the page that follows.</summary>
    [TempData]
    public string? Confirmation { get; set; }

    /// <summary>What the act just done can be undone for: a stay's reference; null if it cannot be undone here.</summary>
    [TempData]
    public string? Undo { get; set; }

    /// <summary>The page's title, as the design system wants it where a form has problems.</summary>
    public string Titled(string title) => Problems.Count == 0 ? title : $"Error: {title}";

    /// <summary>One of the page's forms, with what was typed where it is the one that was sent.</summary>
    public FormView Form(string id) => new(id, Guid.CreateVersion7().ToString("n"), _sent is { IsValid: false } && _sent.Id == id ? _sent : null);

    /// <summary>The form that was sent; from now on the page shows it with its problems.</summary>
    protected async Task<SentForm> ReadForm() => _sent = new(await Request.ReadFormAsync(HttpContext.RequestAborted));
}

using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>
/// An administration page, limited to the administrator's own scopes. A completed change ends in a redirect; a failed one shows
/// the form again.
/// </summary>
internal abstract class AdminPage(TimeProvider clock) : FormPage
{
    /// <summary>
    /// A link or key that is shown only once: it travels to the next page in an encrypted cookie that is deleted when read.
    /// </summary>
    [TempData]
    public string? Once { get; set; }

    public AdminScope Mine => field ??= new(Caller, Needed);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected Caller Caller => HttpContext.Caller()!;

    protected AccessActor By => AccessActor.Of(HttpContext);

    /// <summary>The permission whose scopes the page uses.</summary>
    protected virtual Permission Needed => Permission.Administer;

    /// <summary>True if the caller may change what was loaded.</summary>
    protected virtual bool MayChange => true;

    public virtual async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    /// <summary>A full address on this server, to send to somebody.</summary>
    public string Address(string path) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}";

    /// <summary>Loads what the page shows; false if it does not exist or the caller may not see it.</summary>
    protected abstract Task<bool> Load();

    /// <param name="act">Does what the form requests and returns the confirmation; null if the form is not valid.</param>
    protected async Task<IActionResult> Change(Func<SentForm, Task<string?>> act)
    {
        if (!await Load())
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await ReadForm();
        if (await act(form) is not { } said || !form.IsValid)
        {
            return Page();
        }

        Confirmation = said;
        return LocalRedirect($"{Request.PathBase}{Request.Path}{Query}");
    }

    /// <summary>The query of the page after a change.</summary>
    protected virtual string Query => "";
}

using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>
/// A page of administration. It shows and changes only what lies within the administrator's own scopes. What was done
/// ends in a redirect; what was not shows the form again.
/// </summary>
internal abstract class AdminPage(TimeProvider clock) : FormPage
{
    /// <summary>A link or key that is told this once: it travels to the next page in an encrypted cookie, and is gone with it.</summary>
    [TempData]
    public string? Once { get; set; }

    public AdminScope Mine => field ??= new(Caller, Needed);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected Caller Caller => HttpContext.Caller()!;

    protected AccessActor By => AccessActor.Of(HttpContext);

    /// <summary>What the page's scopes are those of.</summary>
    protected virtual Permission Needed => Permission.Administer;

    /// <summary>True where whoever asks may change what was loaded.</summary>
    protected virtual bool MayChange => true;

    public virtual async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    /// <summary>A whole address of this server, to be sent to somebody.</summary>
    public string Address(string path) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}";

    /// <summary>Reads what the page shows; false where there is no such thing, or not for whoever asks.</summary>
    protected abstract Task<bool> Load();

    /// <param name="act">Does what the form asks and answers what was done, in words; null where the form is not right.</param>
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

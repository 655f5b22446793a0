using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>Edits a site's details, such as its name and address. Its key and kind never change.</summary>
internal sealed class EditSiteModel(Boards boards, SiteReader reader, SiteCommands commands, TimeProvider clock) : SitesPage(boards, commands, clock)
{
    public Site Site { get; private set; } = null!;

    public SiteDetails Details => Site.Details!;

    protected override string Query => new QueryBuilder { { "site", Site.Key.Value } }.ToString();

    public Task<IActionResult> OnPostSaveAsync() => Change(async form =>
    {
        var details = SiteFields.Read(form, Details);
        return form.IsValid && await Register(form, Site.Key, details) ? $"Saved: {details.Name}." : null;
    });

    public Task<IActionResult> OnPostCloseAsync() => Change(async form =>
    {
        var reason = form.Required("reason", "Enter the reason for closing.");
        return form.IsValid && await Execute(form, Details.Kind, Site.Key, new CloseSite(reason))
            ? $"{Details.Name} is closed and off the board. Its records are kept."
            : null;
    });

    public Task<IActionResult> OnPostReopenAsync() => Change(async form =>
        await Execute(form, Details.Kind, Site.Key, new ReopenSite()) ? $"{Details.Name} is back on the board, with the figures it had before." : null);

    protected override async Task<bool> Load()
    {
        if (!SiteKey.TryParse(Request.Query["site"], out var key) || !Mine.Covers(Scope.Of(key))
            || await reader.Read(key, HttpContext.RequestAborted) is not { Details: not null } site)
        {
            return false;
        }

        Site = site;
        return true;
    }
}

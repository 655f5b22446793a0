using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Admin;

/// <summary>A page that registers sites or updates their details.</summary>
internal abstract class SitesPage(Boards boards, SiteCommands commands, TimeProvider clock) : AdminPage(clock)
{
    protected Boards Boards => boards;

    protected SiteCommands Commands => commands;

    protected override Permission Needed => Permission.RegisterSites;

    /// <summary>A hospital's part of its wards' keys: the one that it has, if it has wards; null if its name yields none.</summary>
    protected string? HospitalPart(string locality, string hospital) =>
        Boards.Find(locality)?.Sites().FirstOrDefault(site => string.Equals(site.Details?.Hospital, hospital, StringComparison.OrdinalIgnoreCase))?.Key.Hospital
        ?? SiteKey.PartFrom(hospital);

    /// <summary>Records a site's details; false if the site refused them, with the refusal shown on the form.</summary>
    protected Task<bool> Register(SentForm form, SiteKey key, SiteDetails details) => Execute(form, details.Kind, key, new RegisterSite(details));

    /// <summary>Executes a command; false if the site refused it, with the refusal shown on the form.</summary>
    protected async Task<bool> Execute(SentForm form, SiteKind kind, SiteKey key, SiteCommand command)
    {
        var outcome = await commands.Execute(HttpContext, kind, key, command, form);
        if (outcome.Refusal is { } refusal)
        {
            form.Refuse(refusal);
            return false;
        }

        return true;
    }
}

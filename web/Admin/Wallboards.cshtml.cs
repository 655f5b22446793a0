using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>The links that open wallboards.</summary>
internal sealed class WallboardsModel(
    WallboardLinkList list, WallboardLinks links, AccountRegister names, AccessLog log, Boards boards, FoldProgress progress, TimeProvider clock) : AdminPage(clock)
{
    private readonly TimeProvider _clock = clock;

    public IReadOnlyList<WallboardLink> Links { get; private set; } = [];

    /// <summary>A wallboard shows a whole locality, so administrators of a part of one cannot create a link.</summary>
    public IReadOnlyList<Option> Localities => [.. Mine.LocalitiesOf(boards.All.Select(board => board.Locality))
        .Where(locality => Mine.Covers(Scope.Parse(locality)))
        .Select(locality => new Option(locality, Labels.OfPart(locality)))];

    public string AddressOf(WallboardLink link) => Address(links.PathOf(link));

    public Task<IActionResult> OnPostMakeAsync() => Change(async form =>
    {
        var name = form.Required("name", "Enter the location of the screen.", Access.Accounts.Account.LongestName);
        if (form.IsValid && await WhyNameNotFree(name) is { } taken)
        {
            form.AddProblem("name", taken);
        }

        var locality = form.Required("locality", "Choose the locality to show.");
        if (locality.Length > 0 && Localities.All(each => each.Value != locality))
        {
            form.AddProblem("locality", "Choose one of your localities.");
        }

        return form.IsValid ? await Make(name, locality) : null;
    });

    public Task<IActionResult> OnPostRevokeAsync() => Change(async form =>
    {
        if (Links.FirstOrDefault(each => each.Id == form.Text("link")) is not { } link)
        {
            form.AddProblem(null, "You do not have permission to revoke that link.");
            return null;
        }

        await links.Revoke(link.Id);
        await log.Write(By.Entry(_clock, Acts.WallboardLinkRevoked, link.Name, link.Locality));
        return $"Link for {link.Name} revoked. Its screens go blank within 1 minute.";
    });

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Links = await list.Find(Mine, HttpContext.RequestAborted);
        return true;
    }

    private async Task<string?> WhyNameNotFree(string name) => await list.HasName(name, HttpContext.RequestAborted)
        ? $"Another link is called “{name}”. Add the building to tell them apart."
        : await names.WhyNameNotFree(name);

    private async Task<string> Make(string name, string locality)
    {
        await log.Write(By.Entry(_clock, Acts.WallboardLinkMade, name, locality));
        var link = await links.Create(name, locality, Caller.Name);
        return $"Link for {link.Name} created. Open it once on the screen.";
    }
}

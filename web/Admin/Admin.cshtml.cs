using System.Globalization;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>The administrator's start page.</summary>
internal sealed class AdminModel(AccountList people, KeyList keys, WallboardLinkList links, Boards boards, FoldProgress progress, Notices notices, TimeProvider clock) : AdminPage(clock)
{
    public int People { get; private set; }

    public int Sites { get; private set; }

    /// <summary>The number in use.</summary>
    public int Keys { get; private set; }

    /// <inheritdoc cref="Keys"/>
    public int Links { get; private set; }

    public SetUp SetUp { get; private set; } = null!;

    /// <summary>Another administrator's acts that are to be checked.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public Task<IActionResult> OnPostReadAsync() => Change(async form =>
    {
        if (Notices.FirstOrDefault(notice => string.Create(CultureInfo.InvariantCulture, $"{notice.Id}") == form.Text("notice")) is not { } read)
        {
            return "Another administrator has already checked this.";
        }

        await notices.ReadByAdministrator(Caller, read, By, HttpContext.RequestAborted);
        return "Marked as checked. It stays in the audit.";
    });

    protected override async Task<bool> Load()
    {
        var token = HttpContext.RequestAborted;
        Notices = await notices.ToCheck(Caller, token);
        await progress.UpToDate(token);
        var accounts = await people.Find(Mine, null, token);
        People = accounts.Count(line => line.Account.Closed is null);
        Keys = (await keys.Find(Mine, token)).Count(line => line.IsGood(Now));
        List<string> shown = [.. (await links.Find(Mine, token)).Where(link => link.Revoked is null).Select(link => link.Locality)];
        Links = shown.Count;
        List<Site> sites = [.. boards.All.SelectMany(board => board.Sites()).Where(site => Mine.Covers(Scope.Of(site.Key)))];
        Sites = sites.Count;
        SetUp = SetUp.Of([.. sites.Where(site => site is { Closed: null, Details: not null })], accounts, shown, Caller.Id);
        return true;
    }
}

using System.Globalization;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

internal sealed class KeysModel(
    KeyList list, ApiKeys keys, AccountRegister names, AccessLog log, Boards boards, FoldProgress progress, TimeProvider clock) : AdminPage(clock)
{
    public const int LongestName = 40;
    public const int UsualDays = 365;

    private readonly TimeProvider _clock = clock;

    public IReadOnlyList<KeyLine> Keys { get; private set; } = [];

    public Task<IActionResult> OnPostMakeAsync() => Change(async form =>
    {
        var name = form.Required("name", "Enter what the key is for.", LongestName);
        if (form.IsValid && await names.WhyNameNotFree(name) is { } taken)
        {
            form.AddProblem("name", taken);
        }

        var days = DaysIn(form);
        return new GrantFields(Mine, boards).Read(form) is { } grant ? await Make(name, grant, days) : null;
    });

    public Task<IActionResult> OnPostRevokeAsync() => Change(async form =>
    {
        if (Keys.FirstOrDefault(each => each.Key.Id == form.Text("key")) is not { } line || !line.IsChangedBy(Mine))
        {
            form.AddProblem(null, "You do not have permission to revoke that key.");
            return null;
        }

        await keys.Revoke(line.Key.Id);
        await log.Write(By.Entry(_clock, Acts.KeyRevoked, line.Key.Name));
        return $"Key {line.Key.Name} revoked. It no longer works.";
    });

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        Keys = await list.Find(Mine, HttpContext.RequestAborted);
        return true;
    }

    private static int DaysIn(SentForm form)
    {
        if (int.TryParse(form.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= ApiKeys.LongestDays)
        {
            return days;
        }

        form.AddProblem("days", $"Days until it expires must be a whole number from 1 to {ApiKeys.LongestDays}.");
        return 1;
    }

    private async Task<string> Make(string name, Grant grant, int days)
    {
        var entry = By.Entry(_clock, Acts.KeyMade, name, ApiKeys.Words(grant, days));
        await log.Write(entry);
        Once = await keys.Create(name, [grant], TimeSpan.FromDays(days), Caller.Name, entry);
        return $"Key {name} created: {RoleWords.Of(grant.Role).ToLowerInvariant()}, {RoleWords.Of(grant.Scope)}.{new GrantFields(Mine, boards).Warning(grant.Scope)}";
    }
}

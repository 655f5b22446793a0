using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>Invites many people at once, from a list pasted from a spreadsheet.</summary>
internal sealed class InviteManyModel(Invitations invitations, Boards boards, FoldProgress progress, TimeProvider clock) : AdminPage(clock)
{
    /// <summary>The list as it was pasted; after inviting, the lines that are left.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The list as it was understood; empty before it is checked.</summary>
    public IReadOnlyList<PastedPerson> People { get; private set; } = [];

    public IReadOnlyList<InvitedPerson> Invited { get; private set; } = [];

    public IReadOnlyList<PastedPerson> Ready => [.. People.Where(person => person.IsReady)];

    public IReadOnlyList<PastedPerson> Wrong => [.. People.Where(person => !person.IsReady)];

    public async Task<IActionResult> OnPostCheckAsync()
    {
        await Load();
        People = await invitations.Check(Read(await ReadForm()), Caller, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        await Load();
        (Invited, People) = await invitations.Invite(Read(await ReadForm()), Caller, By, HttpContext.RequestAborted);
        Text = WithoutInvited();
        return Page();
    }

    public GrantPlaces Places => Fields.Places;

    private GrantFields Fields => field ??= new(Mine, boards);

    /// <summary>Some localities have no sites yet, and one may be a slip of the pen.</summary>
    public string WarningAt(Grant grant) => Fields.Warning(grant.Scope);

    protected override async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        return true;
    }

    private IReadOnlyList<PastedPerson> Read(SentForm form)
    {
        Text = form.Text("people") ?? "";
        var people = new PastedPeople(Fields.Find).Read(Text);
        if (people is null)
        {
            form.AddProblem("people", $"Paste at most {PastedTable.MostLines} people at a time.");
        }
        else if (people.Count == 0)
        {
            form.AddProblem("people", "Paste the people to invite, one on each line.");
        }

        return people ?? [];
    }

    /// <summary>The list without the lines that are done, but with the one that names the columns.</summary>
    private string WithoutInvited()
    {
        var done = Invited.Select(each => each.Person.Number).ToHashSet();
        return string.Join('\n', Text.ReplaceLineEndings("\n").Split('\n').Where((_, index) => !done.Contains(index + 1)));
    }
}

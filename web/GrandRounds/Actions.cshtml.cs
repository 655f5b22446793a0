using System.Collections.Immutable;
using CapacityBoard.Access.Audit;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.GrandRounds;

/// <summary>What rounds agreed on and is not done: of whoever is signed in, of another owner, or all.</summary>
internal sealed class ActionsModel(RoundReader rounds, SiteCommands commands, AccessLog log) : RoundFormPage(rounds, commands, log)
{
    private const string Everybody = "all";

    /// <summary>All that may be seen, what is due first before the rest.</summary>
    private ImmutableArray<OpenAction> _all = [];

    /// <summary>Whose are shown; null for everybody's.</summary>
    public string? Owner => Request.Query["owner"].ToString() switch
    {
        "" => CallerName,
        Everybody => null,
        var owner => owner,
    };

    public IReadOnlyList<OpenAction> Shown => Owner is { } owner ? [.. _all.Where(open => open.IsOf(owner))] : _all;

    public int All => _all.Length;

    /// <summary>Everybody who has open actions, by name, with how many and how many of them are overdue.</summary>
    public IReadOnlyList<(string Owner, int Open, int Overdue)> Owners =>
    [
        .. _all.GroupBy(open => open.Action.Owner.Trim(), StringComparer.OrdinalIgnoreCase)
            .OrderBy(owner => owner.Key, StringComparer.OrdinalIgnoreCase)
            .Select(owner => (owner.Key, owner.Count(), owner.Count(open => open.Action.IsOverdue(Now)))),
    ];

    public IReadOnlyList<string> Suggested => RoundTeams.In(_all.Select(open => open.Action));

    public override string AfterActionId => "actions";

    public override Dictionary<string, string> RouteOf(SiteKey site, Stay stay) =>
        new() { ["owner"] = Owner ?? Everybody, ["site"] = site.Value, ["stay"] = stay.Reference };

    /// <summary>The address of the page with all that can be done for an action; null where it shows that.</summary>
    public string? PathToUnfold(OpenAction open) => IsUnfolded(open) ? null : $"{PathTo(Owner)}&action={Uri.EscapeDataString(open.Action.Id)}";

    public string PathTo(string? owner) => $"/{Locality}/actions{new QueryBuilder { { "owner", owner ?? Everybody } }}";

    protected override Task<bool> Read()
    {
        _all = OpenAction.In(Moment.Sites.Where(site => MaySeeStays(site.Key)));
        return Task.FromResult(true);
    }

    protected override IEnumerable<(SiteKey Site, string? Stay)> StaysShown() => Shown.Select(open => (open.Site, (string?)open.Stay.Reference));

    /// <summary>The one that the address names, or that a form was sent for which is shown again.</summary>
    private bool IsUnfolded(OpenAction open) =>
        open.Action.Id == Request.Query["action"] || Form(ElementId.Of("change", open.Action.Id)).HasProblems || Form(ElementId.Of("drop", open.Action.Id)).HasProblems;

    protected override string AfterAction(SentForm form) => $"{PathTo(Owner)}#actions";
}

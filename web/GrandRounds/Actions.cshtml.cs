using System.Collections.Immutable;
using CapacityBoard.Access.Audit;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;

namespace CapacityBoard.GrandRounds;

/// <summary>Open actions of rounds: those of the signed-in person, of another owner, or of everybody.</summary>
internal sealed class ActionsModel(RoundReader rounds, SiteCommands commands, AccessLog log) : RoundFormPage(rounds, commands, log)
{
    private const string Everybody = "all";

    /// <summary>All that the viewer may see, earliest due first.</summary>
    private ImmutableArray<OpenAction> _all = [];

    /// <summary>The owner whose actions are shown; null for everybody's.</summary>
    public string? Owner => Request.Query["owner"].ToString() switch
    {
        "" => CallerName,
        Everybody => null,
        var owner => owner,
    };

    public ListAddress Address => new(Request);

    /// <summary>The owner's open actions, earliest due first.</summary>
    public IReadOnlyList<OpenAction> Open { get; private set; } = [];

    /// <summary>Those that are shown; the one in the address is always among them.</summary>
    public IReadOnlyList<OpenAction> Shown { get; private set; } = [];

    /// <summary>How many more are shown when all are asked for.</summary>
    public int Later { get; private set; }

    public ListLinks Shows
    {
        get
        {
            var overdue = Open.Count(open => open.Action.IsOverdue(Now));
            return new(
                "show",
                "Show",
                [
                    new($"All open: {Open.Count}", Address.With("show", null), !ShowsOverdueOnly),
                    new($"Overdue: {overdue}", Address.With("show", Codes.Of(RoundShow.Overdue)), ShowsOverdueOnly),
                ]);
        }
    }

    private bool ShowsOverdueOnly => Address.Code<RoundShow>("show") == RoundShow.Overdue;

    public int All => _all.Length;

    /// <summary>Everybody with open actions, by name, with how many they have and how many are overdue.</summary>
    public IReadOnlyList<(string Owner, int Open, int Overdue)> Owners =>
    [
        .. _all.GroupBy(open => open.Action.Owner.Trim(), StringComparer.OrdinalIgnoreCase)
            .OrderBy(owner => owner.Key, StringComparer.OrdinalIgnoreCase)
            .Select(owner => (owner.Key, owner.Count(), owner.Count(open => open.Action.IsOverdue(Now)))),
    ];

    public IReadOnlyList<string> Suggested => RoundTeams.In(_all.Select(open => open.Action));

    public override string AfterActionId => "actions";

    public override Dictionary<string, string> RouteOf(SiteKey site, Stay stay) =>
        Address.Fields(("owner", Owner ?? Everybody), ("action", null), ("site", site.Value), ("stay", stay.Reference));

    /// <summary>The address of the page with all forms of an action; null if the page already shows them.</summary>
    public string? PathToUnfold(OpenAction open) => IsUnfolded(open) ? null : Address.With(("owner", Owner ?? Everybody), ("action", open.Action.Id));

    public string PathTo(string? owner) => Address.With(("owner", owner ?? Everybody), ("action", null), ("site", null), ("stay", null), ("all", null));

    protected override Task<bool> Read()
    {
        _all = OpenAction.In(Moment.Sites.Where(site => MaySeeStays(site.Key)));
        Open = Owner is { } owner ? [.. _all.Where(open => open.IsOf(owner))] : _all;
        List<OpenAction> asked = [.. Open.Where(open => !ShowsOverdueOnly || open.Action.IsOverdue(Now))];
        Shown = [.. Address.Shown(asked).Union(asked.Where(IsUnfolded))];
        Later = asked.Count - Shown.Count;
        return Task.FromResult(true);
    }

    protected override IEnumerable<(SiteKey Site, string? Stay)> StaysShown() => Shown.Select(open => (open.Site, (string?)open.Stay.Reference));

    /// <summary>True for the action in the address, and for one whose form is shown again.</summary>
    private bool IsUnfolded(OpenAction open) =>
        open.Action.Id == Request.Query["action"] || Form(ElementId.Of("change", open.Action.Id)).HasProblems || Form(ElementId.Of("drop", open.Action.Id)).HasProblems;

    protected override string AfterAction(SentForm form) => $"{PathTo(Owner)}#actions";
}

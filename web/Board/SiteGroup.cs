using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>Sites that a board shows together.</summary>
/// <param name="Kind">Their kind; null if sites of all kinds are in one list.</param>
/// <param name="IsOpen">False if the group is folded: enough sites come before it.</param>
public sealed record SiteGroup(SiteKind? Kind, ImmutableArray<ShownSite> Sites, bool IsOpen)
{
    private const int EnoughSites = 50;

    /// <summary>Where people go first, then where they are.</summary>
    private static readonly ImmutableArray<SiteKind> InOrder =
        [SiteKind.IntermediateCareUnit, SiteKind.CareHome, SiteKind.HomeCareProvider, SiteKind.Ward];

    public string Name => Kind is { } kind ? $"{Labels.Of(kind)}s" : "Sites";

    /// <summary>Every kind has its group, so that the page's script has where to put a site that appears.</summary>
    public static IEnumerable<SiteGroup> Of(BoardView view, BoardOrder order)
    {
        if (order != BoardOrder.Kind)
        {
            return [new(null, view.Sites, IsOpen: true)];
        }

        var before = 0;
        return InOrder.Select(kind =>
        {
            var sites = view.Sites.Where(site => site.Row.Kind == kind).ToImmutableArray();
            var isOpen = before < EnoughSites;
            before += sites.Length;
            return new SiteGroup(kind, sites, isOpen);
        }).ToList();
    }
}

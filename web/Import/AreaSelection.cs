using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Import;

/// <summary>Which of a file's areas are offered on the page, which were chosen, and into which localities they go.</summary>
/// <param name="areas">All areas of the file.</param>
/// <param name="boardsName">The name given to the board of one area; null or empty for the area's own.</param>
/// <param name="mayImport">True for a locality in which the caller may register sites.</param>
internal sealed class AreaSelection(ImmutableArray<AreaCount> areas, string? boardsName, Predicate<string> mayImport)
{
    /// <summary>The areas whose boards are the caller's; all areas if none is, since their board may have another name.</summary>
    public ImmutableArray<AreaCount> Offered { get; } = areas.Any(area => MayImport(area.Area, mayImport)) ? [.. areas.Where(area => MayImport(area.Area, mayImport))] : areas;

    public ImmutableArray<string> Chosen { get; private set; } = [];

    /// <summary>One request for each area chosen.</summary>
    public ImmutableArray<ImportRequest> Requests(bool dryRun, bool skipBadRows, string by) =>
        [.. Chosen.Select(area => new ImportRequest(LocalityOf(area), area, dryRun, skipBadRows, By: by))];

    /// <param name="named">The areas named; if none are and nobody was asked, the only one offered is chosen.</param>
    /// <returns>Why they cannot be imported, at its field; null if they can.</returns>
    public FieldProblem? Choose(string[] named, bool all, bool wasAsked)
    {
        Chosen = all
            ? [.. Offered.Select(area => area.Area)]
            : [.. areas.Select(area => area.Area).Where(area => named.Contains(area, StringComparer.OrdinalIgnoreCase))];
        if (Chosen.IsEmpty && !wasAsked && Offered is [var only])
        {
            Chosen = [only.Area];
        }

        return WhyNot(wasAsked);
    }

    private static bool MayImport(string locality, Predicate<string> mayImport) => SiteKey.PartFrom(locality) is { } part && mayImport(part);

    private string LocalityOf(string area) => Chosen.Length == 1 && !string.IsNullOrWhiteSpace(boardsName) ? boardsName : area;

    private FieldProblem? WhyNot(bool wasAsked)
    {
        if (Chosen.IsEmpty)
        {
            return new(nameof(ImportModel.Area), "Choose at least one area");
        }

        if (Chosen.Length > 1 && wasAsked && !string.IsNullOrWhiteSpace(boardsName))
        {
            return new(nameof(ImportModel.Locality), "Choose one area to give its board another name, or clear the name");
        }

        return Chosen.Select(LocalityOf).Where(locality => SiteKey.PartFrom(locality) is not null).FirstOrDefault(locality => !MayImport(locality, mayImport)) is { } denied
            ? new(nameof(ImportModel.Locality), $"You do not have permission to add sites to {denied}. Enter the name of one of your boards")
            : null;
    }
}

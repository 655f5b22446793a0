using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>Chooses which area of a directory an import reads.</summary>
internal static class AreaChoice
{
    private const int MostAreasInAMessage = 40;

    /// <summary>The area's name as the file writes it; null with a problem if none can be chosen.</summary>
    public static string? Of(ImmutableArray<AreaCount> areas, string? wanted, out ImportProblem? problem)
    {
        var chosen = wanted is null && areas is [var only] ? only.Area
            : areas.FirstOrDefault(known => known.Area.Equals(wanted, StringComparison.OrdinalIgnoreCase))?.Area;
        problem = chosen is null ? ProblemOf(wanted, areas) : null;
        return chosen;
    }

    private static ImportProblem ProblemOf(string? wanted, ImmutableArray<AreaCount> areas)
    {
        if (areas.IsEmpty)
        {
            return new(ImportProblemCode.AreaUnknown, "The file has no care homes or home care agencies with an area.");
        }

        var listed = string.Join(", ", areas.Take(MostAreasInAMessage).Select(area => $"{area.Area} ({area.Rows})"));
        var more = areas.Length > MostAreasInAMessage ? $" and {areas.Length - MostAreasInAMessage} more" : "";
        return wanted is null
            ? new(ImportProblemCode.AreaNeeded, $"The file has more than one area. Name the area to import: {listed}{more}.", areas)
            : new(ImportProblemCode.AreaUnknown, $"The file has no area '{wanted}'. It has: {listed}{more}.", areas);
    }
}

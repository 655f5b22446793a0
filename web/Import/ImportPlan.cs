using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>What a directory's rows come to before anything is compared with the board.</summary>
/// <param name="Area">The area's name as the file writes it.</param>
internal sealed record ImportPlan(
    DirectoryFile File,
    string Area,
    ImmutableArray<CheckedRow> Homes,
    ImmutableArray<DoubleRow> Doubles,
    ImmutableArray<RefusedRow> Refused,
    ImmutableArray<PassedOver> PassedOver)
{
    private const int MostAreasInAMessage = 40;

    /// <summary>Judges the rows of the area that a request names. The problem says why where none can be chosen.</summary>
    public static ImportPlan? Make(DirectoryFile file, string? area, string locality, out ImportProblem? problem)
    {
        var areas = file.Areas;
        var wanted = string.IsNullOrWhiteSpace(area) ? null : area.Trim();
        var chosen = wanted is null && areas is [var only] ? only.Area
            : areas.FirstOrDefault(known => known.Area.Equals(wanted, StringComparison.OrdinalIgnoreCase))?.Area;
        problem = chosen is null ? AreaProblem(wanted, areas) : null;
        return chosen is null ? null : Make(file, chosen, locality);
    }

    private static ImportPlan Make(DirectoryFile file, string area, string locality)
    {
        var rows = file.Rows.Where(row => area.Equals(row.Area, StringComparison.OrdinalIgnoreCase)).ToArray();
        var refused = file.Unreadable.Select(row => new RefusedRow(row.Row, Name: null, row.Because)).ToList();
        var sound = new List<CheckedRow>();
        foreach (var row in rows.Where(row => row.Kind is not null))
        {
            if (RowCheck.Check(row, locality, out var why) is { } home)
            {
                sound.Add(home);
            }
            else
            {
                refused.Add(why!);
            }
        }

        var (homes, doubles) = Import.Doubles.Find(sound);
        return new(file, area, homes, doubles, [.. refused], PassedOverOf(file, rows));
    }

    private static ImmutableArray<PassedOver> PassedOverOf(DirectoryFile file, DirectoryRow[] rows)
    {
        var reasons = rows.Select(row => row.PassOver).OfType<string>();
        var nowhere = file.Rows.Where(row => row.Area is null && row.Kind is not null).Select(_ => "without an area");
        return [.. reasons.Concat(nowhere).GroupBy(reason => reason).Select(reason => new PassedOver(reason.Key, reason.Count()))];
    }

    private static ImportProblem AreaProblem(string? wanted, ImmutableArray<AreaCount> areas)
    {
        if (areas.IsEmpty)
        {
            return new(ImportProblemCode.AreaUnknown, "The file has no care home or home-care agency with an area.");
        }

        var listed = string.Join(", ", areas.Take(MostAreasInAMessage).Select(area => $"{area.Area} ({area.Rows})"));
        var more = areas.Length > MostAreasInAMessage ? $" and {areas.Length - MostAreasInAMessage} more" : "";
        return wanted is null
            ? new(ImportProblemCode.AreaNeeded, $"The file has several areas; name the one to import: {listed}{more}.", areas)
            : new(ImportProblemCode.AreaUnknown, $"The file has no area '{wanted}'. It has: {listed}{more}.", areas);
    }
}

using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>What an import keeps of a directory: rows as they stand, none judged yet.</summary>
/// <param name="Areas">The homes and agencies of each area of the whole file, by name.</param>
/// <param name="Rows">The rows that were to be kept, in the file's order.</param>
/// <param name="Unreadable">The rows whose values do not stand in the header's columns.</param>
/// <param name="Elsewhere">Where the rows stand that were not kept, by reference.</param>
internal sealed record DirectoryFile(
    DirectoryLayout Layout,
    ImmutableArray<AreaCount> Areas,
    ImmutableArray<DirectoryRow> Rows,
    ImmutableArray<UnreadableRow> Unreadable,
    IReadOnlyDictionary<string, RowElsewhere> Elsewhere)
{
    /// <summary>
    /// Reads one area of a file, a row at a time, so that a national directory takes no more memory than its area. Where
    /// no area is named, the file's only one. The problem says why where it is no directory, or the area cannot be told.
    /// </summary>
    public static DirectoryFile? ReadArea(
        Stream file, ref string? area, IProgress<ImportProgress>? progress, out ImportProblem? problem)
    {
        var wanted = string.IsNullOrWhiteSpace(area) ? null : area.Trim();
        var directory = Read(file, known => known is null || IsSame(known, wanted), progress, out problem);
        if (directory is null)
        {
            return null;
        }

        area = AreaChoice.Of(directory.Areas, wanted, out problem);
        if (area is null)
        {
            return null;
        }

        var only = area;
        return wanted is null ? Read(file, known => known is null || IsSame(known, only), progress, out problem) : directory;
    }

    /// <summary>Reads a whole file; the problem says why where it is no directory, or larger than any.</summary>
    /// <param name="isKept">True for an area whose rows are kept; asked also of rows without one.</param>
    public static DirectoryFile? Read(
        Stream file, Predicate<string?> isKept, IProgress<ImportProgress>? progress, out ImportProblem? problem)
    {
        if (file.Length > ImportLimits.LargestFile)
        {
            problem = ImportProblem.OfLargeFile();
            return null;
        }

        if (DirectoryText.EncodingOf(file, out var why) is { } encoding)
        {
            return new DirectoryReader(isKept, progress).Read(file, encoding, out problem);
        }

        problem = new(ImportProblemCode.FileUnreadable, why!);
        return null;
    }

    private static bool IsSame(string area, string? wanted) => area.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A row that another area of the file has.</summary>
internal readonly record struct RowElsewhere(int Row, string Area);

using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>What an import keeps of a directory: unchecked rows.</summary>
/// <param name="Areas">Each area of the whole file by name, with its number of homes and agencies.</param>
/// <param name="Rows">The rows kept, in the file's order.</param>
/// <param name="Unreadable">Rows whose values do not match the header's columns.</param>
/// <param name="Elsewhere">Where the rows not kept are, by reference.</param>
internal sealed record DirectoryFile(
    DirectoryLayout Layout,
    ImmutableArray<AreaCount> Areas,
    ImmutableArray<DirectoryRow> Rows,
    ImmutableArray<UnreadableRow> Unreadable,
    IReadOnlyDictionary<string, RowElsewhere> Elsewhere)
{
    /// <summary>
    /// Reads one area of a file row by row, so that a national directory takes no more memory than that area. If no area is
    /// named, the file's only one is read. The problem says why a file is not a directory, or why no area can be chosen.
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

    /// <summary>Reads a whole file; the problem says why it is not a directory, or that it is too large.</summary>
    /// <param name="isKept">True for an area whose rows are kept; also called for rows without an area.</param>
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

    /// <summary>One area of several that were read together, as if it had been read alone.</summary>
    /// <param name="withTheRest">True to keep rows that belong to no area with it.</param>
    public DirectoryFile Of(string area, bool withTheRest)
    {
        var others = Rows.Where(row => row is { Kind: not null, Area: not null, Reference: not null } && !IsSame(row.Area, area));
        return this with
        {
            Rows = [.. Rows.Where(row => row.Area is null ? withTheRest : IsSame(row.Area, area))],
            Unreadable = withTheRest ? Unreadable : [],
            Elsewhere = others.Aggregate(
                new Dictionary<string, RowElsewhere>(Elsewhere, StringComparer.OrdinalIgnoreCase),
                (all, row) =>
                {
                    all.TryAdd(row.Reference!, new(row.Row, row.Area!));
                    return all;
                }),
        };
    }

    private static bool IsSame(string area, string? wanted) => area.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A row that is in another area of the file.</summary>
internal readonly record struct RowElsewhere(int Row, string Area);

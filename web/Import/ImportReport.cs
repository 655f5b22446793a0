using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Import">Its id; the journal's operations begin with it.</param>
/// <param name="Directory">The file's layout, in words.</param>
/// <param name="Applied">False where nothing was written: after a dry run, or since rows were refused.</param>
/// <param name="PassedOver">Rows of the area that are no concern of the board, by reason.</param>
/// <param name="Rows">One for each row of the area, and for each row that could not be read, in the file's order.</param>
public sealed record ImportReport(
    string Import,
    string Locality,
    string Area,
    string Directory,
    bool DryRun,
    bool Applied,
    ImportCounts Counts,
    ImmutableArray<PassedOver> PassedOver,
    ImmutableArray<ImportedRow> Rows);

/// <param name="Rows">Rows of the area, passed-over ones not among them.</param>
/// <param name="Warnings">Rows of which a value was left out.</param>
public sealed record ImportCounts(int Rows, int Created, int Updated, int Unchanged, int Doubles, int Refused, int Warnings)
{
    public static ImportCounts Of(ImmutableArray<ImportedRow> rows) => new(
        rows.Length,
        rows.Count(row => row.Result == ImportResult.Created),
        rows.Count(row => row.Result == ImportResult.Updated),
        rows.Count(row => row.Result == ImportResult.Unchanged),
        rows.Count(row => row.Result == ImportResult.DoubleEntry),
        rows.Count(row => row.Result == ImportResult.Refused),
        rows.Count(row => row.Warnings.Length > 0));
}

/// <summary>How many rows were passed over for one reason.</summary>
public sealed record PassedOver(string Because, int Rows);

/// <summary>What became of one row.</summary>
/// <param name="Row">The line of the file on which the row begins; the file's first line is 1.</param>
/// <param name="Changed">The fields that an update changes.</param>
/// <param name="DoubleOf">The row that already stands for this home.</param>
/// <param name="Because">Why it was refused or, its site being closed, left as it is; or in what a double differs.</param>
/// <param name="Warnings">What was left out or filled in, and why.</param>
public sealed record ImportedRow(
    int Row,
    string? Name,
    ImportResult Result,
    SiteKey? Site,
    ImmutableArray<string> Changed,
    int? DoubleOf,
    string? Because,
    ImmutableArray<string> Warnings);

public enum ImportResult
{
    Created,
    Updated,
    Unchanged,

    /// <summary>The home stands in the file before; both rows make one site.</summary>
    DoubleEntry,
    Refused,
}

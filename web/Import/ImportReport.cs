using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Import">Its id, with which its operation ids in the journal begin.</param>
/// <param name="Directory">The file's layout, in words.</param>
/// <param name="Applied">False if nothing was written: after a dry run, or because rows were refused.</param>
/// <param name="PassedOver">How many rows of the area are not relevant to the board, by reason.</param>
/// <param name="Rows">
/// One for each row of the area and for each row that could not be read or has no area, in the file's order.
/// </param>
public sealed record ImportReport(
    string Import,
    string Locality,
    string Area,
    string Directory,
    bool DryRun,
    bool Applied,
    ImportCounts Counts,
    ImmutableArray<PassedOver> PassedOver,
    ImmutableArray<ImportedRow> Rows)
{
    /// <summary>Sites on the board that a person should check, such as those missing from the file. None is changed.</summary>
    public ImmutableArray<SiteToCheck> SitesToCheck { get; init; } = [];
}

/// <summary>A site on the board that the directory no longer lists as an open home or agency of the area.</summary>
/// <param name="Row">The row that mentions it; null if there is none.</param>
/// <param name="Because">What the file says about it.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record SiteToCheck(SiteKey Site, string Name, int? Row, string Because, string ToDo);

/// <param name="Rows">Rows of the area, without those passed over.</param>
/// <param name="Warnings">Rows with a value that was left out.</param>
public sealed record ImportCounts(int Rows, int Created, int Updated, int Unchanged, int Doubles, int Refused, int Warnings)
{
    /// <summary>Rows whose site is of another kind on the board; nothing was done for them.</summary>
    public int KindChanged { get; init; }

    public static ImportCounts Of(ImmutableArray<ImportedRow> rows) => new(
        rows.Count(row => row.Result != ImportResult.PassedOver),
        rows.Count(row => row.Result == ImportResult.Created),
        rows.Count(row => row.Result == ImportResult.Updated),
        rows.Count(row => row.Result == ImportResult.Unchanged),
        rows.Count(row => row.Result == ImportResult.DoubleEntry),
        rows.Count(row => row.Result == ImportResult.Refused),
        rows.Count(row => row.Warnings.Length > 0))
    {
        KindChanged = rows.Count(row => row.Result == ImportResult.KindChanged),
    };
}

/// <summary>The number of rows passed over for one reason.</summary>
public sealed record PassedOver(string Because, int Rows);

/// <summary>The result of one row.</summary>
/// <param name="Row">The line of the file on which the row begins; the file's first line is 1.</param>
/// <param name="Changed">The fields that an update changes.</param>
/// <param name="DoubleOf">The earlier row for the same home.</param>
/// <param name="Because">Why it was refused, passed over or left as it is; or how a duplicate differs.</param>
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

    /// <summary>An earlier row lists the same home; both rows make one site.</summary>
    DoubleEntry,
    Refused,

    /// <summary>The board has the home as another kind of site, which cannot change. Nothing was done.</summary>
    KindChanged,

    /// <summary>It is not relevant to the board.</summary>
    PassedOver,
}

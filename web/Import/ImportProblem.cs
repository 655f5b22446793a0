using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>Why nothing was imported.</summary>
/// <param name="Message">For people: what is wrong, and what to do.</param>
/// <param name="Areas">The file's areas, if one of them must be chosen.</param>
/// <param name="Report">What was found in each row, if refused rows are the reason.</param>
public sealed record ImportProblem(
    ImportProblemCode Code, string Message, ImmutableArray<AreaCount> Areas, ImportReport? Report = null)
{
    public ImportProblem(ImportProblemCode code, string message)
        : this(code, message, [])
    {
    }

    public static ImportProblem OfDemonstration() => new(
        ImportProblemCode.Demonstration,
        "You cannot import into a demonstration. Start your own board in another folder with --data and --no-demo.");

    public static ImportProblem OfLargeFile() => new(
        ImportProblemCode.FileTooLarge,
        $"The file is larger than {ImportLimits.LargestFileInWords}. Keep only the rows for the area you are importing, save as CSV and import again.");

    /// <param name="inAll">True if the whole file has too many rows; false if the area has.</param>
    public static ImportProblem OfManyRows(bool inAll) => new(
        ImportProblemCode.TooManyRows,
        inAll
            ? $"The file has more than {ImportLimits.MostRows:N0} rows. Keep only the rows for the area you are importing, save as CSV and import again."
            : $"The area has more than {ImportLimits.MostRowsOfAnArea:N0} rows, including rows that have no area or cannot be read. Split the file and import the parts one at a time.");

    public static ImportProblem OfOtherImport(string locality) => new(
        ImportProblemCode.ImportRunning,
        $"Another import into {locality} is running. Nothing from this file was imported. Wait for the other import to finish, then try again.");

    public static ImportProblem OfRefusedRows(ImportReport report)
    {
        const int Named = 3;
        var refused = report.Rows.Where(row => row.Result == ImportResult.Refused).ToArray();
        var first = string.Join(" ", refused.Take(Named).Select(row => $"Row {row.Row}: {row.Because}"));
        var more = refused.Length > Named ? $" And {refused.Length - Named} more." : "";
        var message = $"Nothing was imported: {(refused.Length == 1 ? "one row is" : $"{refused.Length:#,0} rows are")} refused. "
            + $"Correct the file, or skip bad rows to import the rest. {first}{more}";
        return new(ImportProblemCode.RowsRefused, message, [], report);
    }
}

public enum ImportProblemCode
{
    /// <summary>The locality, the import's id or its author is not valid.</summary>
    RequestInvalid,

    /// <summary>The board is a demonstration, which takes no real data.</summary>
    Demonstration,

    /// <summary>It is not text, or its quotation marks do not match.</summary>
    FileUnreadable,

    /// <summary>It is larger than an import takes.</summary>
    FileTooLarge,

    /// <summary>The file or the area has more rows than an import takes.</summary>
    TooManyRows,

    /// <summary>Another import into the same locality is running.</summary>
    ImportRunning,

    /// <summary>No row has the column names of a known directory.</summary>
    LayoutUnknown,

    /// <summary>The file has several areas and none was named.</summary>
    AreaNeeded,

    /// <summary>The file has no such area.</summary>
    AreaUnknown,

    /// <summary>Rows were refused, and refused rows were not to be skipped.</summary>
    RowsRefused,

    /// <summary>The journal or server cannot be reached. What has been imported so far stays; import again.</summary>
    Unavailable,
}

/// <summary>An area in a directory, with its number of homes and agencies.</summary>
public sealed record AreaCount(string Area, int Rows);

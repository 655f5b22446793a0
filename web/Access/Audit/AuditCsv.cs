using CsvHelper;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Lines as a CSV file for spreadsheets. An apostrophe precedes any cell that a spreadsheet could run as a formula.
/// </summary>
internal static class AuditCsv
{
    /// <summary>The last four are full-width forms, which some spreadsheets treat like the first four.</summary>
    private const string Runs = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly string[] Header = ["Time (UTC)", "Who", "What", "About", "Stay", "From address", "Note"];

    public static byte[] Of(IEnumerable<AuditLine> lines)
    {
        using var bytes = new MemoryStream();
        Write(bytes, lines);
        return bytes.ToArray();
    }

    /// <param name="file">Left open.</param>
    public static void Write(Stream file, IEnumerable<AuditLine> lines)
    {
        using var csv = CsvWriter.Create(file, new() { WriteByteOrderMark = true }, leaveOpen: true);
        csv.WriteRecord(Header);
        foreach (var line in lines)
        {
            string?[] cells = [$"{line.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}", line.Who, line.Act, line.About, line.Stay, line.Address, line.Note];
            csv.WriteRecord([.. cells.Select(Inert)]);
        }
    }

    public static string Inert(string? cell) => cell is { Length: > 0 } && Runs.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell ?? "";
}

using System.Globalization;
using CapacityBoard.Access.Audit;
using CsvHelper;

namespace CapacityBoard.Reports;

/// <summary>
/// A table as a CSV file for spreadsheets, in which nothing runs as a formula. Days are written as 2026-03-27 and numbers without
/// formatting.
/// </summary>
internal static class ReportCsv
{
    public static byte[] Of(ReportTable table) =>
        Of(table.Columns.Select(column => column.Label), table.Rows.Select(row => row.Cells.Zip(table.Columns, (cell, column) => TextOf(cell, column))));

    /// <summary>For programs: the columns' codes instead of labels, and codes instead of words.</summary>
    public static byte[] OfCodes(ReportTable table) =>
        Of(table.Columns.Select(column => column.Code), table.Rows.Select(row => row.Cells.Select(cell => Plain(cell.Value))));

    private static byte[] Of(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new() { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. header.Select(AuditCsv.Inert)]);
            foreach (var row in rows)
            {
                csv.WriteRecord([.. row.Select(AuditCsv.Inert)]);
            }
        }

        return bytes.ToArray();
    }

    private static string TextOf(ReportCell cell, ReportColumn column) => column.IsNumber || column.Code == "day" ? Plain(cell.Value) : cell.Text;

    private static string Plain(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value as string ?? "";
}

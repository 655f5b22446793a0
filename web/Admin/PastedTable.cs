using System.Text;

namespace CapacityBoard.Admin;

/// <summary>
/// Reads a table that was pasted: copied from a spreadsheet, so with tabs between the cells, or written with semicolons or commas. A
/// cell in quotation marks may contain any of these, and a quotation mark written twice.
/// </summary>
internal static class PastedTable
{
    /// <summary>The most lines that are understood at a time; one more may name the columns.</summary>
    public const int MostLines = 200;

    public const int LongestText = 40_000;

    public const string NotClosed = "A quotation mark is not closed.";

    private const char Quote = '"';

    /// <summary>Where one of these occurs, a comma is part of a cell.</summary>
    private static readonly char[] Stronger = ['\t', ';'];

    /// <summary>The cells of each line that is not empty, with the line's number from 1; null cells if a quotation mark is not closed.</summary>
    public static IEnumerable<(int Number, string Line, IReadOnlyList<string>? Cells)> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var between = Separator(lines);
        return lines.Select((line, index) => (Number: index + 1, Line: line, Cells: (IReadOnlyList<string>?)CellsOf(line, between))).Where(row => row.Line.Trim().Length > 0);
    }

    /// <summary>The same for the whole table, since names and places contain commas.</summary>
    private static char Separator(string[] lines) => Stronger.Where(each => lines.Any(line => line.Contains(each, StringComparison.Ordinal))).FirstOrDefault(',');

    private static List<string>? CellsOf(string line, char between)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (isQuoted && line[at] == Quote && at + 1 < line.Length && line[at + 1] == Quote)
            {
                cell.Append(line[at++]);
            }
            else if (line[at] == Quote && (isQuoted || cell.ToString().Trim().Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (line[at] == between && !isQuoted)
            {
                cells.Add(Taken(cell));
            }
            else
            {
                cell.Append(line[at]);
            }
        }

        cells.Add(Taken(cell));
        return isQuoted ? null : cells;
    }

    /// <summary>The cell's text, in one line; the next cell begins empty.</summary>
    private static string Taken(StringBuilder cell)
    {
        var text = string.Join(' ', cell.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        cell.Clear();
        return text;
    }
}

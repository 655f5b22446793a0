using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Feeds;

/// <summary>A pasted list of who is in: reference, location and, if it has it, the time of admission.</summary>
internal static class PastedInpatients
{
    private const int MostLines = 5000;
    private const int Longest = MostLines * 100;

    private static readonly string[] Times = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyyMMddHHmm", "dd/MM/yyyy HH:mm", "yyyy-MM-dd", "dd/MM/yyyy"];

    /// <returns>Null if something cannot be read; the form says what.</returns>
    public static InpatientList? Read(SentForm form, DateTimeOffset now)
    {
        if (form.Text("list") is not { Length: <= Longest } text)
        {
            form.AddProblem("list", $"Paste the list, of at most {MostLines:#,0} patients.");
            return null;
        }

        var lines = ImmutableArray.CreateBuilder<InpatientLine>();
        foreach (var (index, row) in text.ReplaceLineEndings("\n").Split('\n').Index().Where(each => each.Item.Trim().Length > 0))
        {
            var cells = row.Split(['\t', ',', ';']).Select(cell => cell.Trim().Trim('"')).ToList();
            if (cells.Count < 2)
            {
                form.AddProblem("list", $"Line {index + 1}: write the reference and the location, with a comma between them.");
                return null;
            }

            if (!TryAdmitted(cells.ElementAtOrDefault(2), out var admitted))
            {
                form.AddProblem("list", $"Line {index + 1}: “{cells[2]}” is not a time. Write 2026-11-26 09:30, or leave it out.");
                return null;
            }

            lines.Add(new(cells[0], LocationOf(cells[1]), admitted));
        }

        return form.IsValid ? new(now, lines.ToImmutable()) : null;
    }

    private static bool TryAdmitted(string? text, out DateTimeOffset? at)
    {
        at = DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LocalDay.FromLocal(time) : null;
        return at is not null || string.IsNullOrEmpty(text);
    }

    private static AdtLocation LocationOf(string text) => text.Split('^') switch
    {
        [var ward, var room, var bed, var facility, ..] => new(ward, room, bed, facility),
        [var ward, var room, var bed] => new(ward, room, bed),
        [var ward, var room] => new(ward, room),
        var parts => new(parts[0]),
    };
}

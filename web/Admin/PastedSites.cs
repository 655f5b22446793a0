using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Admin;

/// <summary>
/// Sites pasted as a table, a line for each: the name, its beds and, where a kind has several, the bed type; as
/// <see cref="PastedTable"/> reads it. A header is optional. A site with beds of two types has two lines.
/// </summary>
/// <param name="Problems">What is wrong, by line, in words.</param>
internal sealed record PastedSites(ImmutableArray<PastedSite> Sites, ImmutableArray<string> Problems)
{
    private static readonly HashSet<string> HeaderWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "ward", "unit", "agency", "home", "site", "beds", "total", "total beds", "packages", "places", "capacity", "type", "bed type",
    };

    public static PastedSites Read(string text, SiteKind kind)
    {
        if (RowsOf(text) is not { } rows)
        {
            return new([], [$"Paste at most {PastedTable.MostLines} lines at a time."]);
        }

        var (lines, problems) = (new List<PastedLine>(), new List<string>());
        foreach (var (number, cells) in rows)
        {
            string? why = PastedTable.NotClosed;
            if (cells is not null && PastedLine.Read(number, cells, kind, out why) is { } line)
            {
                var twin = lines.Find(other => other.Part == line.Part && other.Beds.Type == line.Beds.Type);
                lines.Add(line);
                why = twin is null ? null : $"“{line.Name}” is on line {twin.Number} too.";
            }

            if (why is not null)
            {
                problems.Add($"Line {number}: {why}");
            }
        }

        return new([.. lines.GroupBy(line => line.Part).Select(site => new PastedSite(site.First().Name, site.Key, [.. site.Select(line => line.Beds)]))], [.. problems]);
    }

    /// <summary>The lines without the header, whose cells are null if a quotation mark is not closed; null if there are too many.</summary>
    private static List<(int Number, string[]? Cells)>? RowsOf(string text)
    {
        if (text.Length > PastedTable.LongestText)
        {
            return null;
        }

        var rows = PastedTable.Read(text).Where(row => row.Cells?.Any(cell => cell.Length > 0) != false)
            .Select(row => (row.Number, row.Cells?.ToArray())).Take(PastedTable.MostLines + 2).ToList();
        var lines = rows is [(_, { } first), ..] && IsHeader(first) ? rows[1..] : rows;
        return lines.Count > PastedTable.MostLines ? null : lines;
    }

    private static bool IsHeader(string[] cells) => !cells.Any(cell => cell.Any(char.IsAsciiDigit)) && cells.Any(HeaderWords.Contains);
}

/// <param name="Part">The name's part of the site's key.</param>
internal sealed record PastedSite(string Name, string Part, ImmutableArray<PastedBeds> Beds);

internal sealed record PastedBeds(BedType Type, int Total);

internal sealed record PastedLine(int Number, string Name, string Part, PastedBeds Beds)
{
    private const int LongestName = 200;

    /// <summary>A line, of which the last number is the beds: a name may have commas and numbers. Null with the problem if it cannot be right.</summary>
    public static PastedLine? Read(int number, string[] cells, SiteKind kind, out string? why)
    {
        var place = Array.FindLastIndex(cells, cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var name = string.Join(", ", cells.Take(Math.Max(0, place)).Where(cell => cell.Length > 0));
        var type = TypeOf([.. cells.Skip(place + 1).Where(cell => cell.Length > 0)], kind);
        var beds = place < 0 ? 0 : int.Parse(cells[place], CultureInfo.InvariantCulture);
        why = place < 0 ? $"“{string.Join(", ", cells)}” has no number of beds. Write it like {Example(kind)}."
            : SiteKey.PartFrom(name) is null || name.Length > LongestName || !Limits.IsPlain(name) ? $"“{name}” is not a name. Write it like {Example(kind)}."
            : beds is < 1 or > Limits.MostBeds ? $"“{name}” must have from 1 to {Limits.MostBeds} beds."
            : type is null ? $"“{string.Join(", ", cells.Skip(place + 1))}” is not a bed type. Use {string.Join(" or ", BedTypes.Of(kind).Select(each => Labels.Of(each).ToLowerInvariant()))}."
            : null;
        return why is null ? new(number, name, SiteKey.PartFrom(name)!, new(type!.Value, beds)) : null;
    }

    public static string Example(SiteKind kind) => kind switch
    {
        SiteKind.Ward => "Ward A1, 28",
        SiteKind.IntermediateCareUnit => "Opal House, 24, step down",
        SiteKind.HomeCareProvider => "Kestrel Care at Home, 30, care package",
        _ => "The Limes, 40, general nursing",
    };

    private static BedType? TypeOf(string[] cells, SiteKind kind) => cells switch
    {
        [] when kind != SiteKind.CareHome => BedTypes.Of(kind)[0],
        [var named] when SiteKey.PartFrom(named) is { } code
            && (Codes.TryParse<BedType>(code, out var type) || Codes.TryParse(code.TrimEnd('s'), out type)) && BedTypes.Of(kind).Contains(type) => type,
        _ => null,
    };
}

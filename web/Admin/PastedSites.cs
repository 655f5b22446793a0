using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Admin;

/// <summary>
/// Sites pasted as a table, a line for each: the name, its beds and, where a kind has several, the bed type; between tabs or commas.
/// A header is optional. A site with beds of two types has two lines.
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
        var (lines, problems) = (new List<PastedLine>(), new List<string>());
        foreach (var (number, cells) in CellsOf(text))
        {
            if (lines.Count == 0 && problems.Count == 0 && IsHeader(cells))
            {
                continue;
            }

            if (PastedLine.Read(number, cells, kind, out var why) is { } line)
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

    private static IEnumerable<(int Number, string[] Cells)> CellsOf(string text) => text.Split('\n')
        .Select((line, place) => (place + 1, line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',', StringSplitOptions.TrimEntries)))
        .Where(line => line.Item2.Any(cell => cell.Length > 0));

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

using System.Runtime.InteropServices;
using CsvHelper;

namespace CapacityBoard.Postcodes;

/// <summary>
/// Reads a postcode directory row by row. The rows themselves are never in memory together, only 12 bytes for each position.
/// </summary>
internal sealed class PostcodeFile
{
    private const string NothingChanged = "Nothing was changed.";

    private readonly List<PostcodeRow> _rows = [];
    private PostcodeColumns? _columns;
    private IReadOnlyList<string>? _lacks;
    private int _read;
    private int _terminated;
    private int _noPosition;
    private int _notPostcodes;
    private int? _newest;

    private PostcodeFile()
    {
    }

    /// <summary>Every position in the file, sorted, and what was counted; or the problem, in words, with what to do.</summary>
    public static (PostcodeTable? Postcodes, PostcodeCounts? Counts, string? Problem) Read(Stream stream, CancellationToken token = default)
    {
        var file = new PostcodeFile();
        using var csv = CsvReader.Create(stream, new() { Separator = ',', HasHeader = false, TrackLineNumbers = true, MaxRecordSize = PostcodeLimits.LongestRow }, leaveOpen: true);
        try
        {
            return (file.ReadRows(csv, token) ?? file.WhyNone()) is { } problem ? (null, null, $"{problem} {NothingChanged}") : file.Finished();
        }
        catch (CsvFormatException)
        {
            return (null, null, $"A row near line {csv.LineNumber:N0} is not CSV, or is too long. Choose the directory's CSV file, as ONS publishes it. {NothingChanged}");
        }
    }

    private string? ReadRows(CsvReader csv, CancellationToken token)
    {
        for (var rows = 0; csv.Read(); rows++)
        {
            token.ThrowIfCancellationRequested();
            if (_columns is null)
            {
                _columns = PostcodeColumns.Of(csv, out var lacks);
                _lacks = lacks.Count < (_lacks?.Count ?? int.MaxValue) ? lacks : _lacks;
                if (_columns is null && rows == PostcodeLimits.RowsSearchedForHeader)
                {
                    return null;
                }
            }
            else if (csv.FieldCount != _columns.Width)
            {
                return $"Line {csv.LineNumber:N0} has {csv.FieldCount} values, but the header has {_columns.Width} columns. The file is damaged or cut off: download it again.";
            }
            else if (++_read > PostcodeLimits.MostRows)
            {
                return $"The file has more than {PostcodeLimits.MostRows:N0} rows. Choose the directory's CSV file, as ONS publishes it.";
            }
            else
            {
                Take(csv, _columns);
            }
        }

        return null;
    }

    private void Take(CsvReader csv, PostcodeColumns columns)
    {
        _newest = MonthOf(csv, columns.Introduced) is { } month && !(month <= _newest) ? month : _newest;
        Span<char> text = stackalloc char[12];
        if (csv.GetSpan(columns.Postcode).Length > text.Length || PostcodeKey.Of(text[..csv.GetChars(columns.Postcode, text)]) is not { } key)
        {
            _notPostcodes++;
        }
        else if (!csv.TryParse<double>(columns.Latitude, out var latitude) || !csv.TryParse<double>(columns.Longitude, out var longitude)
            || latitude is not (> 49 and < 62) || longitude is not (> -9 and < 3))
        {
            _noPosition++;
        }
        else
        {
            _terminated += IsTerminated(csv, columns) ? 1 : 0;
            _rows.Add(PostcodeRow.At(key, latitude, longitude));
        }
    }

    private static bool IsTerminated(CsvReader csv, PostcodeColumns columns) =>
        (columns.Terminated is { } ended && csv.GetSpan(ended) is not ([] or [(byte)'N', (byte)'A']))
        || (columns.IsActive is { } active && csv.TryParse<bool>(active, out var isActive) && !isActive);

    /// <summary>The year and month that a date begins with, as 202611: <c>202611</c>, <c>2026-11-01</c>.</summary>
    private static int? MonthOf(CsvReader csv, int? column)
    {
        var (number, digits) = (0, 0);
        foreach (var character in column is { } place ? csv.GetSpan(place) : [])
        {
            if (digits < 6 && character is >= (byte)'0' and <= (byte)'9')
            {
                (number, digits) = (number * 10 + character - '0', digits + 1);
            }
        }

        return digits == 6 && number % 100 is >= 1 and <= 12 ? number : null;
    }

    private string? WhyNone() => this switch
    {
        { _lacks: null } => "The file is empty. Choose the directory's CSV file.",
        { _columns: null } => $"The file has no column {string.Join(", and no column ", _lacks!)}. Choose ONS' postcode directory or a cut of it, saved as CSV with its header.",
        { _rows.Count: 0 } => "The file has no postcode with a position. Choose ONS' postcode directory or a cut of it.",
        _ => null,
    };

    private (PostcodeTable Postcodes, PostcodeCounts Counts, string? Problem) Finished()
    {
        var crowded = PointsOfMany();
        var all = _rows.Count;
        _rows.RemoveAll(row => crowded.Contains(PointOf(row)));
        _rows.Sort();
        var table = new PostcodeTable(Once(CollectionsMarshal.AsSpan(_rows)));
        return (table, new(_read, all - _terminated, _terminated, _noPosition, all - _rows.Count, _notPostcodes, 0, 0, 0, _newest), null);
    }

    /// <summary>Sorted, since a set of two million points would take ten times the memory of a list.</summary>
    private HashSet<long> PointsOfMany()
    {
        var points = _rows.Select(PointOf).ToArray();
        Array.Sort(points);
        var many = new HashSet<long>();
        for (var place = PostcodeLimits.MostAtOnePoint; place < points.Length; place++)
        {
            if (points[place] == points[place - PostcodeLimits.MostAtOnePoint])
            {
                many.Add(points[place]);
            }
        }

        return many;
    }

    private static long PointOf(PostcodeRow row) => row.Latitude * 10_000_000L + row.Longitude;

    private static PostcodeRow[] Once(Span<PostcodeRow> sorted)
    {
        var kept = 0;
        foreach (var row in sorted)
        {
            if (kept == 0 || sorted[kept - 1].Key != row.Key)
            {
                sorted[kept++] = row;
            }
        }

        return sorted[..kept].ToArray();
    }
}

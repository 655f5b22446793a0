using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace CapacityBoard.Import;

/// <summary>Reads a directory once, row by row, and keeps only the rows wanted.</summary>
internal sealed class DirectoryReader(Predicate<string?> isKept, IProgress<ImportProgress>? progress)
{
    /// <summary>How far down the header may be, since title lines precede it.</summary>
    private const int RowsSearchedForHeader = 50;

    private const int RowsBetweenReports = 500;
    private const int LongestReference = 100;

    private readonly ImmutableArray<DirectoryRow>.Builder _rows = ImmutableArray.CreateBuilder<DirectoryRow>();
    private readonly ImmutableArray<UnreadableRow>.Builder _unreadable = ImmutableArray.CreateBuilder<UnreadableRow>();
    private readonly Dictionary<string, int> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RowElsewhere> _elsewhere = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, CsvMalformedReason> _malformed = [];
    private readonly LayoutSearch _search = new();
    private readonly RowValues _values = new();
    private DirectoryLayout? _layout;
    private Header? _header;

    public DirectoryFile? Read(Stream file, Encoding encoding, out ImportProblem? problem)
    {
        file.Position = 0;
        using var csv = CsvReader.Create(file, OptionsFor(encoding), leaveOpen: true);
        try
        {
            problem = ReadRows(csv) ?? WhyNoDirectory();
        }
        catch (CsvFormatException tooLong)
        {
            problem = new(
                ImportProblemCode.FileUnreadable,
                $"Row {tooLong.LineNumber} is longer than {ImportLimits.LongestRow / 1024} KB. It probably has an opening quotation mark with no closing one.");
        }

        progress?.Report(new(ImportPhase.Reading, _rows.Count, _rows.Count));
        return problem is null ? new(_layout!, Areas(), _rows.ToImmutable(), _unreadable.ToImmutable(), _elsewhere) : null;
    }

    private CsvReaderOptions OptionsFor(Encoding encoding) => new()
    {
        Separator = ',',
        HasHeader = false,
        Encoding = encoding,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = ImportLimits.LongestRow,
        OnMalformedRecord = malformed => _malformed.TryAdd((int)malformed.LineNumber, malformed.Reason),
    };

    private ImportProblem? ReadRows(CsvReader csv)
    {
        for (var records = 1; csv.Read() && (_header is not null || records <= RowsSearchedForHeader); records++)
        {
            _values.MoveTo(csv);
            Take((int)csv.LineNumber, csv.RawRecord.Count((byte)'\n') + 1);
            if (records > ImportLimits.MostRows || _rows.Count + _unreadable.Count > ImportLimits.MostRowsOfAnArea)
            {
                return ImportProblem.OfManyRows(records > ImportLimits.MostRows);
            }

            if (records % RowsBetweenReports == 0)
            {
                progress?.Report(new(ImportPhase.Reading, records, 0));
            }
        }

        return null;
    }

    private void Take(int row, int lines)
    {
        if (_values.Width == 0)
        {
            return;
        }

        if (_header is null)
        {
            var header = new Header(_values);
            _layout = _search.Find(header);
            _header = _layout is null ? null : header;
        }
        else if (WhyUnreadable(row) is { } because)
        {
            _unreadable.Add(new(row, lines == 1 ? because : $"{because} Lines {row} to {row + lines - 1} were read as one row."));
        }
        else
        {
            TakeHome(row);
        }
    }

    /// <summary>Reads only what is needed of a row that is not kept, because most of a national directory is such rows.</summary>
    private void TakeHome(int row)
    {
        var area = Values.OneLine(_header!.Value(_values, _layout!.Area));
        var (kind, passOver) = _layout.Judge(_header, _values);
        if (area is not null && (kind is not null || passOver is DirectoryLayout.Dormant or DirectoryLayout.Deactivated))
        {
            _areas[area] = _areas.GetValueOrDefault(area) + (kind is null ? 0 : 1);
        }

        if (isKept(area))
        {
            _rows.Add(_layout.Read(row, _header, _values));
        }
        else if (kind is not null && area is not null
            && Values.OneLine(_header.Value(_values, _layout.Reference)) is { Length: <= LongestReference } reference)
        {
            _elsewhere.TryAdd(reference, new(row, area));
        }
    }

    private string? WhyUnreadable(int row)
    {
        if (_malformed.GetValueOrDefault(row, CsvMalformedReason.StrayQuote) != CsvMalformedReason.StrayQuote)
        {
            return "A value continues after its closing quotation mark. Double any quotation mark inside a quoted value.";
        }

        return _values.Width > _header!.Width || _values.Count < _header.Width
            ? $"It has {_values.Count} values but the header has {_header.Width} columns."
            : null;
    }

    private ImportProblem? WhyNoDirectory()
    {
        if (_malformed.FirstOrDefault(row => row.Value == CsvMalformedReason.UnterminatedQuote) is { Key: > 0 } open)
        {
            return new(
                ImportProblemCode.FileUnreadable,
                $"A quotation mark opened in row {open.Key} is never closed. The file is damaged or incomplete.");
        }

        return _header is null ? _search.Problem() : null;
    }

    private ImmutableArray<AreaCount> Areas() =>
        [.. _areas.Select(area => new AreaCount(area.Key, area.Value)).OrderBy(area => area.Area, StringComparer.OrdinalIgnoreCase)];
}

using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace CapacityBoard.Import;

/// <summary>A directory, read: its rows as they stand, none judged yet.</summary>
/// <param name="Rows">Every row that could be read, in the file's order.</param>
/// <param name="Unreadable">The rows whose values do not stand in the header's columns.</param>
internal sealed record DirectoryFile(DirectoryLayout Layout, ImmutableArray<DirectoryRow> Rows, ImmutableArray<UnreadableRow> Unreadable)
{
    /// <summary>How far down the header may stand; lines of title come before it.</summary>
    private const int RowsSearchedForHeader = 50;

    private const int RowsBetweenReports = 500;

    /// <summary>The homes and agencies of each area, by name.</summary>
    public ImmutableArray<AreaCount> Areas => [.. Rows
        .Where(row => row.Area is not null && row.Kind is not null)
        .GroupBy(row => row.Area!, StringComparer.OrdinalIgnoreCase)
        .Select(area => new AreaCount(area.Key, area.Count()))
        .OrderBy(area => area.Area, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reads a whole file; the problem says why where it is no directory.</summary>
    public static DirectoryFile? Read(ReadOnlyMemory<byte> bytes, IProgress<ImportProgress>? progress, out ImportProblem? problem)
    {
        if (DirectoryText.EncodingOf(bytes.Span, out var why) is { } encoding)
        {
            return new Reader(progress).Read(bytes, encoding, out problem);
        }

        problem = new(ImportProblemCode.FileUnreadable, why!);
        return null;
    }

    private sealed class Reader(IProgress<ImportProgress>? progress)
    {
        private readonly ImmutableArray<DirectoryRow>.Builder _rows = ImmutableArray.CreateBuilder<DirectoryRow>();
        private readonly ImmutableArray<UnreadableRow>.Builder _unreadable = ImmutableArray.CreateBuilder<UnreadableRow>();
        private readonly Dictionary<int, CsvMalformedReason> _malformed = [];
        private readonly List<string> _nearlyHeaders = [];
        private DirectoryLayout? _layout;
        private Header? _header;

        public DirectoryFile? Read(ReadOnlyMemory<byte> bytes, Encoding encoding, out ImportProblem? problem)
        {
            using var csv = CsvReader.Create(bytes, new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                Encoding = encoding,
                TrackLineNumbers = true,
                OnMalformedRecord = malformed => _malformed.TryAdd((int)malformed.LineNumber, malformed.Reason),
            });
            for (var records = 1; csv.Read() && (_header is not null || records <= RowsSearchedForHeader); records++)
            {
                Take((int)csv.LineNumber, csv.RawRecord.Count((byte)'\n') + 1, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
                if (records % RowsBetweenReports == 0)
                {
                    progress?.Report(new(ImportPhase.Reading, records, 0));
                }
            }

            progress?.Report(new(ImportPhase.Reading, _rows.Count, _rows.Count));
            problem = WhyNoDirectory();
            return problem is null ? new(_layout!, _rows.ToImmutable(), _unreadable.ToImmutable()) : null;
        }

        private void Take(int row, int lines, string[] values)
        {
            if (Array.TrueForAll(values, string.IsNullOrWhiteSpace))
            {
                return;
            }

            if (_header is null)
            {
                FindHeader(values);
            }
            else if (WhyUnreadable(row, values) is { } because)
            {
                _unreadable.Add(new(row, lines == 1 ? because : $"{because} Lines {row} to {row + lines - 1} were read as one row."));
            }
            else
            {
                _rows.Add(_layout!.Read(row, _header, values));
            }
        }

        private string? WhyUnreadable(int row, string[] values)
        {
            if (_malformed.GetValueOrDefault(row, CsvMalformedReason.StrayQuote) != CsvMalformedReason.StrayQuote)
            {
                return "A value goes on after its closing quotation mark; a quotation mark inside such a value has to be doubled.";
            }

            return WidthOf(values) > _header!.Width || values.Length < _header.Width
                ? $"It has {values.Length} values where the header has {_header.Width} columns."
                : null;
        }

        private void FindHeader(string[] values)
        {
            var header = new Header(values);
            _layout = DirectoryLayout.Known.FirstOrDefault(layout => layout.Needed.All(header.Has));
            if (_layout is not null)
            {
                _header = header;
                return;
            }

            _nearlyHeaders.AddRange(DirectoryLayout.Known
                .Where(layout => layout.Needed.Count(header.Has) >= 2)
                .Select(layout => $"it looks like {layout.Name} but lacks {string.Join(", ", layout.Needed.Where(name => !header.Has(name)))}"));
        }

        private ImportProblem? WhyNoDirectory()
        {
            if (_malformed.FirstOrDefault(row => row.Value == CsvMalformedReason.UnterminatedQuote) is { Key: > 0 } open)
            {
                return new(
                    ImportProblemCode.FileUnreadable,
                    $"A quotation mark opened in row {open.Key} is never closed; the file is damaged there, or cut off.");
            }

            if (_header is not null)
            {
                return null;
            }

            var known = DirectoryLayout.Known.Select(layout => $"{layout.Name} ({string.Join(", ", layout.Needed)})");
            var found = _nearlyHeaders is [var nearly, ..] ? $": {nearly}" : "";
            return new(
                ImportProblemCode.LayoutUnknown,
                $"No row has the column names of a known directory{found}. These are read, with commas between the columns: {string.Join("; ", known)}.");
        }

        private static int WidthOf(string[] values) => Array.FindLastIndex(values, value => !string.IsNullOrWhiteSpace(value)) + 1;
    }
}

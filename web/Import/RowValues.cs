using System.Collections;
using System.Text;
using CsvHelper;

namespace CapacityBoard.Import;

/// <summary>The values of the reader's current row, each made a string only when needed.</summary>
internal sealed class RowValues : IReadOnlyList<string>
{
    private CsvReader? _csv;

    public int Count => _csv?.FieldCount ?? 0;

    /// <summary>The number of values up to the last that is not blank.</summary>
    public int Width { get; private set; }

    public string this[int index] => _csv!.GetString(index);

    /// <summary>Refers to the reader's current row, until the reader moves on.</summary>
    public void MoveTo(CsvReader csv)
    {
        _csv = csv;
        for (Width = csv.FieldCount; Width > 0 && IsBlank(csv.GetSpan(Width - 1)); Width--)
        {
        }
    }

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsBlank(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            Rune.DecodeFromUtf8(value, out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune))
            {
                return false;
            }

            value = value[length..];
        }

        return true;
    }
}

using System.Text.Json;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Policies;

namespace CapacityBoard.Support;

/// <summary>A screen's copy of the board, built only from what it was sent, by the rule in <see cref="BoardHub"/>.</summary>
/// <param name="asBrowser">Whether it also reads each update as a browser is sent it, which takes updates that came over no wire yet.</param>
public sealed class BoardCopy(bool asBrowser = false)
{
    private readonly SortedDictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly WireCopy? _wire = asBrowser ? new() : null;

    /// <summary>0 before the first board.</summary>
    public long Version { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Totals { get; private set; } = Text(BoardTotals.Of([]));

    public string Policy { get; private set; } = Text(LocalityPolicy.Default);

    /// <summary>Each row as JSON, by its site.</summary>
    public IReadOnlyDictionary<string, string> Rows => _rows;

    public static BoardCopy Of(BoardUpdate whole, bool asBrowser = false)
    {
        var copy = new BoardCopy(asBrowser);
        copy.Take(whole).ShouldBeTrue();
        return copy;
    }

    /// <summary>False if the update does not follow the version shown, because updates between them are missing.</summary>
    public bool Take(BoardUpdate update)
    {
        if (update.From > Version)
        {
            return false;
        }

        if (update.From == 0)
        {
            _rows.Clear();
        }
        else if ((update.Version, update.At).CompareTo((Version, At)) < 0)
        {
            return true;
        }

        _wire?.Take(update);
        foreach (var row in update.Rows)
        {
            if (row.Closed is null)
            {
                _rows[row.Site.Value] = Text(row);
            }
            else
            {
                _rows.Remove(row.Site.Value);
            }
        }

        (Version, At, Totals, Policy) = (update.Version, update.At, Text(update.Totals), Text(update.Policy));
        return true;
    }

    /// <summary>Asserts that this copy shows exactly what a whole board shows.</summary>
    public void ShouldShow(BoardUpdate whole)
    {
        whole.Rows.ShouldAllBe(row => row.Closed == null);
        var other = Of(whole, asBrowser);
        Version.ShouldBe(other.Version);
        _rows.ShouldBe(other._rows);
        Totals.ShouldBe(other.Totals);
        Policy.ShouldBe(other.Policy);
        if (Version > 0)
        {
            _wire?.ShouldShow(other._wire!);
        }
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, DomainJson.Options);
}

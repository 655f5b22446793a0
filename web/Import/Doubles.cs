using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>
/// Finds the homes that stand in a directory twice, under one reference or, where one of the rows has none, under
/// one name and postcode. The first row stands for both and takes from the second what it does not say itself.
/// </summary>
internal sealed class Doubles
{
    private readonly List<CheckedRow> _homes = [];
    private readonly List<DoubleRow> _doubles = [];
    private readonly Dictionary<string, int> _byReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SiteIdentity, int> _byIdentity = [];

    public static (ImmutableArray<CheckedRow> Homes, ImmutableArray<DoubleRow> Doubles) Find(IEnumerable<CheckedRow> rows)
    {
        var found = new Doubles();
        foreach (var row in rows)
        {
            found.Take(row);
        }

        return ([.. found._homes], [.. found._doubles]);
    }

    private void Take(CheckedRow row)
    {
        if (FirstOf(row) is { } first)
        {
            _doubles.Add(new(row, _homes[first].Row, Merging.DifferencesInWords(_homes[first].Details, row.Details)));
            _homes[first] = Merging.OfDouble(_homes[first], row);
            Remember(_homes[first], first);
        }
        else
        {
            _homes.Add(row);
            Remember(row, _homes.Count - 1);
        }
    }

    private int? FirstOf(CheckedRow row)
    {
        if (row.Details.Reference is { } reference && _byReference.TryGetValue(reference, out var sameReference))
        {
            return sameReference;
        }

        return _byIdentity.TryGetValue(SiteIdentity.Of(row.Details), out var first)
            && (row.Details.Reference is null || _homes[first].Details.Reference is null)
            ? first
            : null;
    }

    private void Remember(CheckedRow row, int place)
    {
        _byIdentity.TryAdd(SiteIdentity.Of(row.Details), place);
        if (row.Details.Reference is { } reference)
        {
            _byReference.TryAdd(reference, place);
        }
    }
}

/// <summary>A row whose home an earlier row has already.</summary>
internal sealed record DoubleRow(CheckedRow Row, int DoubleOf, string Differences);

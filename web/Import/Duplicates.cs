using System.Collections.Frozen;
using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Finds homes listed twice: under one reference; under two references registered together, such as one building with two
/// providers; or, if one row has no reference, under the same name and postcode. The first row is kept and takes from the second
/// the values it lacks.
/// </summary>
internal sealed class Duplicates(IReadOnlyDictionary<string, string> registeredTogether)
{
    private readonly List<CheckedRow> _homes = [];
    private readonly List<DuplicateRow> _doubles = [];
    private readonly Dictionary<string, int> _byReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SiteIdentity, int> _byIdentity = [];

    /// <param name="registeredTogether">
    /// Each further reference of a building, with its first one, as known apart from the rows themselves.
    /// </param>
    public static (ImmutableArray<CheckedRow> Homes, ImmutableArray<DuplicateRow> Doubles) Find(
        IEnumerable<CheckedRow> rows, IReadOnlyDictionary<string, string>? registeredTogether = null)
    {
        var found = new Duplicates(registeredTogether ?? FrozenDictionary<string, string>.Empty);
        foreach (var row in rows)
        {
            found.Take(row);
        }

        return ([.. found._homes], [.. found._doubles]);
    }

    private void Take(CheckedRow row)
    {
        if (row is { PrimaryReference: null, Details.Reference: { } reference } && registeredTogether.TryGetValue(reference, out var primary))
        {
            row = row with { PrimaryReference = primary };
        }

        if (FirstOf(row) is { } first)
        {
            _doubles.Add(new(row, _homes[first].Row, InWords(_homes[first], row)));
            _homes[first] = Merging.OfDouble(_homes[first], row);
            Remember(_homes[first], first);
        }
        else
        {
            _homes.Add(WarnedOfTwin(row));
            Remember(row, _homes.Count - 1);
        }
    }

    private int? FirstOf(CheckedRow row)
    {
        if (row.Details.Reference is { } reference && _byReference.TryGetValue(reference, out var known)
            && (_homes[known].Details.Kind == row.Details.Kind || _homes[known].Details.AllReferences().Contains(reference, StringComparer.OrdinalIgnoreCase)))
        {
            return known;
        }

        if (row.PrimaryReference is { } primary && _byReference.TryGetValue(primary, out var together)
            && _homes[together].Details.Kind == row.Details.Kind)
        {
            return together;
        }

        return TwinOf(row) is { } twin && (row.Details.Reference is null || _homes[twin].Details.Reference is null) ? twin : null;
    }

    private int? TwinOf(CheckedRow row) => _byIdentity.TryGetValue(SiteIdentity.Of(row.Details), out var twin) ? twin : null;

    /// <summary>Two references with one name and postcode are probably one building, but nothing in the file says so.</summary>
    private CheckedRow WarnedOfTwin(CheckedRow row) => TwinOf(row) is not { } twin
        ? row
        : row.Warned(
            $"Row {_homes[twin].Row} has the same name and postcode with a different ID ({_homes[twin].Details.Reference}). "
            + "If it is one building with two registrations, remove one of the rows from the file. Otherwise its beds count twice.");

    private void Remember(CheckedRow row, int place)
    {
        _byIdentity.TryAdd(SiteIdentity.Of(row.Details), place);
        foreach (var reference in row.Details.AllReferences().Append(row.PrimaryReference).OfType<string>())
        {
            _byReference.TryAdd(reference, place);
        }
    }

    private static string InWords(CheckedRow first, CheckedRow row)
    {
        var differences = Merging.DifferencesInWords(first.Details, row.Details);
        var isRegisteredTwice = row.Details.Reference is { } reference && !first.Details.AllReferences().Contains(reference, StringComparer.OrdinalIgnoreCase)
            && first.Details.Reference is not null;
        return isRegisteredTwice ? $"one building with two registrations, so one site with both IDs; {differences}" : differences;
    }
}

/// <summary>A row for a home that an earlier row already lists.</summary>
internal sealed record DuplicateRow(CheckedRow Row, int DoubleOf, string Differences);

internal static class References
{
    /// <summary>A site's first reference and its others.</summary>
    public static IEnumerable<string> AllReferences(this SiteDetails details) =>
        details.Reference is { } first ? details.OtherReferences.Prepend(first) : details.OtherReferences;
}

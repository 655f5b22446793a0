using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Board.Trends;

/// <summary>A locality's noons as far as they are counted. One task counts, any thread reads, and the fold takes away what a late entry changes.</summary>
internal sealed class LocalityNoons
{
    public const int Days = 28;

    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, NoonFigures> _noons = [];
    private DateTimeOffset _countedUntil = DateTimeOffset.MinValue;
    private bool _isCounting;
    private bool _isOutdated;

    public static DateTimeOffset NoonOf(DateOnly day) => LocalDay.FromLocal(day.ToDateTime(new TimeOnly(12, 0)));

    /// <summary>The day of the last noon by then.</summary>
    public static DateOnly LastBy(DateTimeOffset now) => LocalDay.Of(now) is var today && NoonOf(today) <= now ? today : today.AddDays(-1);

    /// <summary>The 28 noons up to a day or, until that day's is counted, up to the day before; empty if those are not counted either.</summary>
    public (DateOnly Last, ImmutableArray<NoonFigures> Noons) UpTo(DateOnly last)
    {
        lock (_gate)
        {
            var shown = IsCounted(last) ? last : last.AddDays(-1);
            return (shown, IsCounted(shown) ? [.. Until(shown).Select(day => _noons[day])] : []);
        }
    }

    /// <summary>The days to count, for whoever is the only one to do so; null if there are none or somebody does.</summary>
    public ImmutableArray<DateOnly>? Begin(DateOnly last)
    {
        lock (_gate)
        {
            if (_isCounting || IsCounted(last))
            {
                return null;
            }

            (_isCounting, _isOutdated, _countedUntil) = (true, false, NoonOf(last));
            return [.. Until(last).Where(day => !_noons.ContainsKey(day))];
        }
    }

    /// <summary>Ends what began. Figures that an entry has changed meanwhile are not kept: the next one to look counts again.</summary>
    public void End(IReadOnlyDictionary<DateOnly, NoonFigures> counted)
    {
        lock (_gate)
        {
            _isCounting = false;
            if (_isOutdated)
            {
                return;
            }

            foreach (var (day, noon) in counted)
            {
                _noons[day] = noon;
            }

            Remove(_noons.Keys.Except(Until(LocalDay.Of(_countedUntil))));
        }
    }

    /// <summary>An entry from before a counted noon, such as an imported one, changes that noon's figures and all later ones.</summary>
    public void Fold(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (at <= _countedUntil)
            {
                _isOutdated = true;
                Remove(_noons.Keys.Where(day => at <= NoonOf(day)));
            }
        }
    }

    private void Remove(IEnumerable<DateOnly> days)
    {
        foreach (var day in days.ToList())
        {
            _noons.Remove(day);
        }
    }

    private bool IsCounted(DateOnly last) => Until(last).All(_noons.ContainsKey);

    private static IEnumerable<DateOnly> Until(DateOnly last) => Enumerable.Range(1 - Days, Days).Select(last.AddDays);
}

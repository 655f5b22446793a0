using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>A part of a day through which a site was on the board, with figures that were stale or were not.</summary>
internal readonly record struct FreshTime(DateTimeOffset From, DateTimeOffset To, bool IsFresh)
{
    public DateOnly Day => LocalDay.Of(From);

    public TimeSpan Length => To - From;

    public TimeSpan Fresh => IsFresh ? Length : TimeSpan.Zero;
}

/// <summary>
/// When a site's figures were fresh or ageing, and so not stale, by the policy of each moment. Figures that were never declared are not
/// fresh, and time off the board is no time at all.
/// </summary>
internal static class FreshTimes
{
    public static IEnumerable<FreshTime> Of(DeclarationHistory site, PolicyHistory policies, ReportQuestion question)
    {
        var (declared, opened) = (new Past<DeclaredAt>(site.Declared), new Past<OpenedAt>(site.Opened));
        DateTimeOffset? lastDeclared = null;
        foreach (var (from, to) in Pieces(site, policies, question))
        {
            while (declared.Next is { IsReopening: var only } next && next.At <= from)
            {
                lastDeclared = only ? lastDeclared : next.At;
                declared.Take();
            }

            while (opened.Next is { } next && next.At <= from)
            {
                opened.Take();
            }

            if (opened.Taken is { IsOpen: true })
            {
                yield return new(from, to, lastDeclared is { } at && from - at < policies.At(from).FreshnessOf(site.Kind).StaleAfter);
            }
        }
    }

    /// <summary>The times through which figures were stale without a break.</summary>
    public static IEnumerable<FreshTime> Stale(IEnumerable<FreshTime> times)
    {
        FreshTime? spell = null;
        foreach (var time in times)
        {
            if (spell is { } ended && (time.IsFresh || ended.To != time.From))
            {
                yield return ended;
                spell = null;
            }

            spell = time.IsFresh ? null : time with { From = spell?.From ?? time.From };
        }

        if (spell is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The days asked about, cut wherever the figures, the policy or the site may change.</summary>
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Pieces(DeclarationHistory site, PolicyHistory policies, ReportQuestion question)
    {
        var (begins, ends) = (question.Whole.Begins, question.Whole.Ends < question.Now ? question.Whole.Ends : question.Now);
        var lengths = policies.Entries.Select(each => each.Policy).Append(LocalityPolicy.Default).Select(policy => policy.FreshnessOf(site.Kind).StaleAfter).Distinct().ToArray();
        var cuts = new SortedSet<DateTimeOffset>([begins, ends, .. question.Days.Select(LocalDay.StartOf), .. policies.Entries.Select(each => each.EffectiveFrom)]);
        foreach (var opened in site.Opened.Span)
        {
            cuts.Add(opened.At);
        }

        foreach (var declared in site.Declared.Span)
        {
            cuts.Add(declared.At);
            foreach (var length in declared.At < ends ? lengths : [])
            {
                cuts.Add(declared.At + length);
            }
        }

        var within = cuts.Where(cut => begins <= cut && cut <= ends).ToArray();
        return within.Zip(within.Skip(1));
    }

    /// <summary>What happened, taken one after the other.</summary>
    private sealed class Past<T>(ReadOnlyMemory<T> all)
        where T : struct
    {
        private int _taken;

        public T? Next => _taken < all.Length ? all.Span[_taken] : null;

        public T? Taken => _taken > 0 ? all.Span[_taken - 1] : null;

        public void Take() => _taken++;
    }
}

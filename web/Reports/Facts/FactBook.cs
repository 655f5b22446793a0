using System.Collections.Concurrent;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// The facts from which reports are counted, for every locality. What is read from it does not change, so that a report delays no
/// entry.
/// </summary>
public sealed class FactBook : IProjection
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LocalityFacts> _localities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>By home locality: the stays of people in another locality's hospitals and units.</summary>
    private readonly Dictionary<string, SortedDictionary<(string Locality, int Number), StayHistory>> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>For a site that cannot be read, what was known before stays.</summary>
    public void Fold(FoldedEntry folded)
    {
        if (folded is not { Entry: var entry, After: { } after })
        {
            return;
        }

        if (after.Details is { } details && entry.Event is SiteRegistered or SiteDetailsRevised)
        {
            _names[entry.Site.Value] = details.Name;
            _names[HospitalOrUnit.Of(entry.Site)] = details.Hospital ?? details.Name;
        }

        lock (_gate)
        {
            if (after.Unreadable is not null)
            {
                return;
            }

            var locality = entry.Site.Locality;
            if (!_localities.TryGetValue(locality, out var facts))
            {
                _localities[locality] = facts = new(new(), new());
            }

            facts.Beds.Fold(entry, after);
            if (facts.Stays.Fold(entry, after) is var (number, before, now))
            {
                Index(locality, number, before?.Home, now);
            }
        }
    }

    /// <summary>What is known of a locality now.</summary>
    internal KnownFacts Of(string locality)
    {
        lock (_gate)
        {
            var elsewhere = _elsewhere.GetValueOrDefault(locality)?.Values.ToArray() ?? [];
            return _localities.GetValueOrDefault(locality) is { } facts
                ? new(locality, facts.Stays.Seen(), elsewhere, facts.Beds.Lines(), facts.Beds.Holds(), facts.Beds.Declarations(), _names)
                : new(locality, [], elsewhere, [], [], [], _names);
        }
    }

    /// <summary>Every stay with a reference, in whichever locality and whatever its capitals.</summary>
    internal IReadOnlyList<StayHistory> StaysNamed(string reference)
    {
        lock (_gate)
        {
            return [.. _localities.Values.SelectMany(facts => facts.Stays.Named(reference))];
        }
    }

    private void Index(string locality, int number, string? homeBefore, StayHistory? now)
    {
        if (homeBefore is not null && homeBefore != now?.Home && _elsewhere.TryGetValue(homeBefore, out var before))
        {
            before.Remove((locality, number));
        }

        if (now?.Home is { } home && home != locality)
        {
            if (!_elsewhere.TryGetValue(home, out var people))
            {
                _elsewhere[home] = people = [];
            }

            people[(locality, number)] = now;
        }
    }

    private sealed record LocalityFacts(StayHistories Stays, BedHistories Beds);
}

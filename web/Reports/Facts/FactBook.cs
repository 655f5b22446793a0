using System.Collections.Concurrent;
using CapacityBoard.Projections;

namespace CapacityBoard.Reports.Facts;

/// <summary>The facts of the localities in it. What is read from it does not change. For one thread at a time.</summary>
internal sealed class FactBook
{
    private readonly Dictionary<string, LocalityFacts> _localities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>By home locality: the stays of people in another locality's hospitals and units.</summary>
    private readonly Dictionary<string, SortedDictionary<(string Locality, int Number), StayHistory>> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>Adds a locality with all its facts so far, in place of what is known of it.</summary>
    public void Add(string locality, LocalityFacts facts)
    {
        Remove(locality);
        _localities[locality] = facts;
        TakeNames(facts);
        foreach (var (number, history) in facts.Stays.Numbered)
        {
            Index(locality, number, homeBefore: null, history);
        }
    }

    public void Remove(string locality)
    {
        _localities.Remove(locality);
        foreach (var people in _elsewhere.Values)
        {
            foreach (var key in people.Keys.Where(key => key.Locality == locality).ToList())
            {
                people.Remove(key);
            }
        }
    }

    /// <summary>For a site that cannot be read, what was known before stays.</summary>
    public void Fold(FoldedEntry folded)
    {
        foreach (var fact in EntryFacts.Of(folded))
        {
            Take(fact.Site.Locality, fact);
        }
    }

    /// <summary>What is known of a locality now.</summary>
    public KnownFacts Of(string locality)
    {
        var elsewhere = _elsewhere.GetValueOrDefault(locality)?.Values.ToArray() ?? [];
        return _localities.GetValueOrDefault(locality) is { } facts
            ? new(locality, facts.Stays.Seen(), elsewhere, facts.Beds.Lines(), facts.Beds.Holds(), facts.Beds.Declarations(), facts.Beds.Enquiries(), _names)
            : new(locality, [], elsewhere, [], [], [], [], _names);
    }

    private void Take(string locality, Fact fact)
    {
        if (!_localities.TryGetValue(locality, out var facts))
        {
            _localities[locality] = facts = new();
        }

        if (facts.Take(fact) is var (number, before, now))
        {
            Index(locality, number, before?.Home, now);
        }

        if (fact is SiteFact)
        {
            TakeNames(facts);
        }
    }

    private void TakeNames(LocalityFacts facts)
    {
        foreach (var (key, name) in facts.Names)
        {
            _names[key] = name;
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
}

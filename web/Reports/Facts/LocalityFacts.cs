namespace CapacityBoard.Reports.Facts;

/// <summary>The histories of one locality, made of its facts, which are given in the journal's order from the first.</summary>
internal sealed class LocalityFacts
{
    public StayHistories Stays { get; } = new();

    public BedHistories Beds { get; } = new();

    /// <summary>The names of sites and hospitals, by key.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public void Take(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            Take(fact);
        }
    }

    /// <summary>Never throws, whatever the fact says.</summary>
    /// <returns>The history that has changed; null if none has.</returns>
    public StayChange? Take(Fact fact)
    {
        if (fact is StayFact stay)
        {
            return Stays.Take(stay);
        }

        if (fact is SiteFact site)
        {
            Names[site.Site.Value] = site.Name;
            Names[HospitalOrUnit.Of(site.Site)] = site.Hospital ?? site.Name;
        }

        Beds.Take(fact);
        return null;
    }
}

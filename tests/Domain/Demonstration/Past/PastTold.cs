using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>An invented past as a reader of the journal sees it: its entries, and the sites after all of them.</summary>
internal sealed class PastTold
{
    public PastTold(DateTimeOffset begin, DateTimeOffset end, Action<JournalEntry, Site>? see = null)
    {
        (Begin, End) = (begin, end);
        var past = new InventedPast(begin, end);
        foreach (var append in past.Appends())
        {
            append.ExpectedVersion.ShouldBe(Sites.TryGetValue(append.Site, out var before) ? before.Version : 0, $"{append.Site}");
            Appends++;
            foreach (var happened in append.Events)
            {
                See(append, happened, see);
            }
        }

        Refused = past.Refused;
    }

    public DateTimeOffset Begin { get; }

    public DateTimeOffset End { get; }

    public int Appends { get; private set; }

    public int Refused { get; }

    public List<JournalEntry> Entries { get; } = [];

    public Dictionary<SiteKey, Site> Sites { get; } = [];

    public IReadOnlyList<Stay> StaysOf(Hospital hospital) => [.. hospital.Wards.SelectMany(ward => Sites[ward.Key].Stays.All)];

    public IReadOnlyList<Stay> LongStaysOf(Hospital hospital) => [.. StaysOf(hospital).Where(stay => stay.Midnights(End) >= 7)];

    private void See(Append append, SiteEvent happened, Action<JournalEntry, Site>? see)
    {
        var site = Sites.TryGetValue(append.Site, out var known) ? known : Site.Empty(((SiteRegistered)happened).Details.Kind, append.Site);
        var entry = new JournalEntry(Entries.Count + 1, append.Site, site.Version + 1, append.At, append.By, append.Operation, happened);
        Entries.Add(entry);
        Sites[append.Site] = site.Apply(entry);
        see?.Invoke(entry, Sites[append.Site]);
    }
}

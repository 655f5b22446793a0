using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Projections;

namespace CapacityBoard.Reports.Facts;

/// <summary>Histories as text, so that two can be compared with all that is in them.</summary>
internal static class TakenFacts
{
    /// <summary>The facts of a journal's entries in one locality.</summary>
    public static List<Fact> Of(IEnumerable<JournalEntry> entries, string locality)
    {
        var sites = new SiteStates();
        return [.. entries.Where(entry => entry.Site.Locality == locality).SelectMany(entry => EntryFacts.Of(sites.Fold(entry)))];
    }

    public static string Words(IEnumerable<Fact> facts)
    {
        var taken = new LocalityFacts();
        foreach (var fact in facts)
        {
            taken.Take(fact);
        }

        return Words(taken.Stays.Seen(), taken.Beds.Lines(), taken.Beds.Holds(), taken.Beds.Declarations());
    }

    public static string Words(KnownFacts facts) => Words([.. facts.Here], [.. facts.Lines], [.. facts.Holds], [.. facts.Declarations]);

    private static string Words(StayHistory[] stays, LineHistory[] lines, HoldHistory[] holds, DeclarationHistory[] declarations) =>
        JsonSerializer.Serialize(new { stays, lines, holds, declarations }, DomainJson.Options);
}

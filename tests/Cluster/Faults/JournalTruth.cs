using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>What must be true of a journal whatever happened to the processes that wrote it.</summary>
internal static class JournalTruth
{
    /// <summary>Every acknowledged operation is there once, at the version that was answered; none that was refused is; no other is there twice.</summary>
    public static void ShouldHold(this IReadOnlyList<JournalEntry> entries, IEnumerable<Acknowledged> answers)
    {
        var recorded = entries.ToLookup(entry => (entry.Site, entry.Operation), entry => entry.Version);
        recorded.ShouldAllBe(operation => operation.Count() == 1);
        foreach (var answer in answers.Where(each => each.Accepted || each.IsRefusedForGood))
        {
            recorded[(answer.Site, answer.Operation)].ShouldBe(answer.Accepted ? [answer.Version] : [], $"{answer}");
        }
    }

    /// <summary>Positions and versions have no gaps, and at no moment was there more than the total.</summary>
    public static void ShouldAddUp(this IReadOnlyList<JournalEntry> entries)
    {
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, entries.Count).Select(position => (long)position));
        foreach (var site in entries.GroupBy(entry => entry.Site))
        {
            site.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, site.Count()).Select(version => (long)version));
            var state = Site.Empty(((SiteRegistered)site.First().Event).Details.Kind, site.Key);
            foreach (var entry in site)
            {
                state = state.Apply(entry);
                state.Capacity.Lines.ShouldAllBe(line => line.Occupied + line.Closed + state.Capacity.Held(line.Type, entry.At) <= line.Total, $"{entry}");
            }
        }
    }

    /// <summary>The board as a node would show it that had just started, as of an instant.</summary>
    public static BoardUpdate Fold(this IReadOnlyList<JournalEntry> entries, DateTimeOffset at) =>
        new LocalityBoard(ApiUser.Locality, new()).FoldAll(entries).AsOf(at);
}

using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Finding;

/// <summary>Finds people who left a ward or unit, however long ago, by the entries of their coming and going.</summary>
internal sealed class FormerStays(IJournal journal)
{
    /// <summary>The last stay with a reference at each site that it has left, the latest first.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<IReadOnlyList<FormerStay>> Named(string reference, CancellationToken token)
    {
        var left = new Dictionary<SiteKey, (JournalEntry Came, JournalEntry Left)>();
        var came = new Dictionary<SiteKey, JournalEntry>();
        foreach (var entry in await journal.ReadComingsAndGoings(reference, token))
        {
            switch (entry.Event)
            {
                case StayAdmitted or TransferAccepted:
                    came[entry.Site] = entry;
                    break;
                case StayDischarged when came.TryGetValue(entry.Site, out var arrival):
                    left[entry.Site] = (arrival, entry);
                    break;
                case DischargeCancelled:
                    left.Remove(entry.Site);
                    break;
            }
        }

        var stays = await Task.WhenAll(left.Values.Select(stay => Read(stay.Came, stay.Left, token)));
        return [.. stays.OrderByDescending(stay => stay.Discharged.At)];
    }

    /// <summary>The home may have been corrected between coming and going.</summary>
    private async Task<FormerStay> Read(JournalEntry came, JournalEntry left, CancellationToken token)
    {
        var stay = came.Event is StayAdmitted admitted ? admitted.Stay : ((TransferAccepted)came.Event).Stay;
        var corrected = (await journal.ReadSpans([new(came.Site, came.Version, left.Version - 1)], token))
            .Select(entry => entry.Event).OfType<StayCorrected>().LastOrDefault(correction => StayReferences.AreSame(correction.Stay, stay.Reference));
        return new(came.Site, stay.Reference, corrected is null ? stay.HomeLocality : corrected.HomeLocality, (StayDischarged)left.Event);
    }
}

/// <summary>A stay that has ended.</summary>
/// <param name="Site">The ward or unit that it ended on.</param>
/// <param name="Home">The person's home locality; null if it is not known.</param>
internal sealed record FormerStay(SiteKey Site, string Reference, string? Home, StayDischarged Discharged);

using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>
/// Finds the journal's entries about an enquiry or a hold. Only the entry that made it says which stay it is for; later entries of
/// the site name it by its ID, which is the operation that made it.
/// </summary>
public static class RequestEntries
{
    /// <summary>The given entries and the later ones about the requests that they made, each once, oldest first.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> WithWhatBecame(this IJournal journal, IReadOnlyList<JournalEntry> entries, CancellationToken token)
    {
        var all = entries.ToList();
        foreach (var made in entries)
        {
            all.AddRange(await journal.After(made, token));
        }

        return [.. all.DistinctBy(entry => entry.Position).OrderBy(entry => entry.Position)];
    }

    /// <summary>The stay of each request that the entries change without naming a stay, by site and request ID.</summary>
    public static async Task<IReadOnlyDictionary<(SiteKey Site, string Request), string?>> AskedFor(
        this IJournal journal, IEnumerable<JournalEntry> entries, CancellationToken token)
    {
        var spans = new List<SiteSpan>();
        var requests = entries.Where(entry => StayEvents.StayOf(entry.Event) is null)
            .Select(entry => (entry.Site, Request: PlaceRequest.ChangedBy(entry.Event)))
            .Where(request => request.Request is not null)
            .Distinct();
        foreach (var (site, request) in requests)
        {
            if (await journal.FindOperation(site, request!, token) is { Version: var version })
            {
                spans.Add(new(site, version - 1, version));
            }
        }

        var made = spans.Count == 0 ? [] : await journal.ReadSpans(spans, token);
        return made.Select(entry => (entry.Site, Request: PlaceRequest.MadeBy(entry.Event)))
            .Where(each => each.Request is not null)
            .ToDictionary(each => (each.Site, each.Request!.Id), each => each.Request!.Stay);
    }

    /// <summary>The site's later entries about a request; none if the entry made none.</summary>
    private static async Task<IEnumerable<JournalEntry>> After(this IJournal journal, JournalEntry entry, CancellationToken token) => PlaceRequest.MadeBy(entry.Event) is { } made
        ? (await journal.ReadSite(entry.Site, entry.Version, token)).Where(later => later.Event is CapacityEvent or EnquiryEvent && PlaceRequest.ChangedBy(later.Event) == made.Id)
        : [];
}

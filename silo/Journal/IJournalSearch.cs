namespace CapacityBoard.Journal;

/// <summary>Finds entries for people who ask who did what and when.</summary>
/// <remarks>
/// There is no index for this, because every append would pay for it. The search goes back from the newest entry until it has
/// found enough. Common entries are found at once. A question that few entries match reads all of them, half a second for
/// 500,000, unless it gives a position to start after.
/// </remarks>
public interface IJournalSearch
{
    /// <summary>The entries that match all parts of a question, newest first; empty if there are none.</summary>
    /// <param name="most">The most entries to return, at least 1. For more, set <see cref="JournalQuestion.Before"/> to the last one's position.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token = default);

    /// <summary>All entries that match a question, newest first.</summary>
    /// <inheritdoc cref="Search"/>
    async Task<IReadOnlyList<JournalEntry>> All(JournalQuestion question, CancellationToken token = default)
    {
        const int AtOnce = 1000;
        var all = new List<JournalEntry>();
        IReadOnlyList<JournalEntry> page;
        do
        {
            page = await Search(question, AtOnce, token);
            all.AddRange(page);
            question = question with { Before = page is [.., var oldest] ? oldest.Position : 0 };
        }
        while (page.Count == AtOnce);
        return all;
    }
}

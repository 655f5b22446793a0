namespace CapacityBoard.Journal;

/// <summary>Finds entries for people who ask who did what and when.</summary>
/// <remarks>
/// No index is kept for it, since every append would pay for that: it goes back from the newest entry until it has found
/// enough. What is common is found at once; a question that few entries meet reads all of them, half a second for 500,000,
/// unless it says after which position to look.
/// </remarks>
public interface IJournalSearch
{
    /// <summary>The entries that meet all parts of a question, newest first; empty where there is none.</summary>
    /// <param name="most">At most so many, one or more; ask again <see cref="JournalQuestion.Before"/> the last one's position for more.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token = default);

    /// <summary>All entries that meet a question, newest first.</summary>
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

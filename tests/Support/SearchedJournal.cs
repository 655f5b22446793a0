using System.Text.Json;
using CapacityBoard.Journal;

namespace CapacityBoard.Support;

/// <summary>Searches an in-memory journal as the real ones search theirs.</summary>
internal sealed class SearchedJournal(InMemoryJournal journal) : IJournalSearch
{
    public async Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token = default) =>
    [
        .. (await journal.ReadFrom(0, int.MaxValue, token)).Reverse()
            .Where(entry => entry.Position > question.After && !(entry.Position >= question.Before) && !(entry.At >= question.To))
            .Where(entry => question.IsBy(entry.By))
            .Where(entry => question.Stay is null || EventCatalogue.Write(entry.Event).Json.Contains(JsonSerializer.Serialize(question.Stay), StringComparison.OrdinalIgnoreCase))
            .Take(most),
    ];
}

using CapacityBoard.Journal;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Records an invented past in a journal that is empty or holds the beginning of the same past.</summary>
internal sealed class PastImport(IJournal journal)
{
    /// <summary>
    /// How many appends wait at once, so that one transaction carries many; they are recorded in the order sent.
    /// </summary>
    private const int MostWaiting = 2000;

    /// <summary>Stops early and returns false if the journal holds something else.</summary>
    public async Task<bool> Run(InventedPast past, CancellationToken token)
    {
        var waiting = new Queue<Task<AppendResult>>();
        foreach (var append in past.Appends())
        {
            waiting.Enqueue(journal.Append(append, token));
            if (waiting.Count > MostWaiting && (await waiting.Dequeue()).Status is AppendStatus.Conflict or AppendStatus.Elsewhere)
            {
                return false;
            }
        }

        return (await Task.WhenAll(waiting)).All(result => result.Status is AppendStatus.Appended or AppendStatus.Repeated);
    }
}

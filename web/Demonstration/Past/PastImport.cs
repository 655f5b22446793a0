using CapacityBoard.Journal;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Records an invented past in a journal that has nothing else, or the beginning of that same past.</summary>
internal sealed class PastImport(IJournal journal)
{
    /// <summary>Many wait at a time, so that one transaction carries many; they are recorded in the order in which they were sent.</summary>
    private const int MostWaiting = 2000;

    /// <summary>Ends early, with false, where the journal has something else.</summary>
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

namespace CapacityBoard.Messages;

/// <summary>Where outboxes are kept. What it has written survives the loss of the process and of power.</summary>
public interface IOutboxStore
{
    /// <exception cref="Journal.JournalUnavailableException">The database cannot be reached.</exception>
    Task<StoredOutbox> Read(string recipient, CancellationToken token = default);

    /// <param name="expectedVersion">The version that was read; 0 if there was none.</param>
    /// <returns>False if somebody else has written since; nothing is written then.</returns>
    /// <exception cref="Journal.JournalUnavailableException">The database cannot be reached, or the disk is full.</exception>
    Task<bool> Write(string recipient, long expectedVersion, Outbox outbox, CancellationToken token = default);
}

/// <param name="Version">How often it was written; 0 if never.</param>
public readonly record struct StoredOutbox(long Version, Outbox Outbox);

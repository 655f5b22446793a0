namespace CapacityBoard.Journal.Copying;

/// <summary>A journal's entries as stored, not parsed as events, so that what an older version wrote is copied exactly.</summary>
internal interface IJournalRows : IAsyncDisposable
{
    /// <summary>The journal's name in messages.</summary>
    string Name { get; }

    /// <summary>The position of the last entry; 0 if there is none.</summary>
    Task<long> LastPosition(CancellationToken token);

    /// <summary>The note of the last entry that is kept apart from the entries; null if there is none.</summary>
    Task<JournalHeadNote?> Head(CancellationToken token);

    /// <summary>Entries after a position, in order.</summary>
    Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token);

    /// <summary>Writes entries after the last one, all or none. They are durable on return.</summary>
    /// <exception cref="JournalUnavailableException">The first of them does not follow the journal's last: another program is writing to it.</exception>
    Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token);
}

namespace CapacityBoard.Journal.Copying;

/// <summary>A journal's entries as they are kept, not read as events: what an older version wrote is copied to the letter.</summary>
internal interface IJournalRows : IAsyncDisposable
{
    /// <summary>The journal's name for a person.</summary>
    string Name { get; }

    /// <summary>The position of the last entry; 0 where there is none.</summary>
    Task<long> LastPosition(CancellationToken token);

    /// <summary>The last entry as it is noted apart from the entries; null where nothing is.</summary>
    Task<JournalHeadNote?> Head(CancellationToken token);

    /// <summary>Entries after a position, in order.</summary>
    Task<IReadOnlyList<JournalRow>> Read(long afterPosition, int most, CancellationToken token);

    /// <summary>Writes entries behind the last one, all or none. They are durable on return.</summary>
    /// <exception cref="JournalUnavailableException">The first of them does not follow the journal's last: another program writes into it.</exception>
    Task Write(IReadOnlyList<JournalRow> rows, CancellationToken token);
}

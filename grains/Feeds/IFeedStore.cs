using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>
/// Where each hospital's feed is kept: a log of what its system said and of how the feed was set up. What it has written survives the loss of the
/// process and of power.
/// </summary>
public interface IFeedStore
{
    /// <summary>The hospitals that have a feed, in the order of their keys.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    Task<IReadOnlyList<string>> Hospitals(CancellationToken token = default);

    /// <summary>A feed's entries after a number, oldest first, and the number up to which the board agrees with them.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    Task<StoredFeed> Read(string hospital, long after, CancellationToken token = default);

    /// <summary>Adds a feed's next entries, all or none.</summary>
    /// <param name="expected">The number of the last entry that was read; 0 if there was none.</param>
    /// <returns>False if somebody else has added since; nothing is added then.</returns>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or the disk is full.</exception>
    Task<bool> Append(string hospital, long expected, IReadOnlyList<FeedEntry> entries, CancellationToken token = default);

    /// <summary>Notes that the board agrees with everything up to a number, and removes entries that are of no use any more.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or the disk is full.</exception>
    Task Settle(string hospital, long settled, IReadOnlyCollection<long> forgotten, CancellationToken token = default);
}

/// <param name="Last">The number of the feed's last entry, which may have been removed since.</param>
public sealed record StoredFeed(long Last, long Settled, IReadOnlyList<NumberedEntry> Entries);

public readonly record struct NumberedEntry(long Number, FeedEntry Entry);

/// <summary>One entry of a feed: a message, a set-up, a list of who is in, or messages that somebody dismissed.</summary>
/// <param name="By">Who set it up or dismissed; null for a message.</param>
[GenerateSerializer, Alias("board.feed-entry"), Immutable]
public sealed record FeedEntry(
    [Id(0)] DateTimeOffset At,
    [Id(1)] string? By = null,
    [Id(2)] AdtMessage? Message = null,
    [Id(3)] FeedDefinition? Definition = null,
    [Id(4)] InpatientList? List = null,
    [Id(5)] ImmutableArray<string>? Dismissed = null);

/// <summary>Everybody who is in hospital at a time, by the hospital's system. Whoever is not on it is not in hospital.</summary>
/// <param name="At">When the list was made.</param>
[GenerateSerializer, Alias("board.inpatient-list"), Immutable]
public sealed record InpatientList([Id(0)] DateTimeOffset At, [Id(1)] ImmutableArray<InpatientLine> Lines);

[GenerateSerializer, Alias("board.inpatient-line"), Immutable]
public sealed record InpatientLine([Id(0)] string Reference, [Id(1)] AdtLocation Location, [Id(2)] DateTimeOffset? AdmittedAt = null);

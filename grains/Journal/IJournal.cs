using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

/// <summary>
/// Everything that was ever decided, in one order. Append-only: an entry is never changed or deleted.
/// </summary>
/// <remarks>
/// An append is durable when its task completes: it has been written and synchronised to disk, and survives the
/// loss of the process and of power. Appends that wait at the same time share one transaction. Where an append
/// fails with <see cref="JournalUnavailableException"/>, none of its events is recorded, unless the failure
/// struck between commit and answer: sending it again is safe, since an operation is recorded at most once.
/// </remarks>
public interface IJournal
{
    /// <summary>Records a site's next events, all or none.</summary>
    /// <exception cref="JournalUnavailableException">The disk is full, or the database cannot be reached.</exception>
    Task<AppendResult> Append(Append append, CancellationToken token = default);

    /// <summary>A site's entries after a version, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default);

    /// <summary>The entries of many sites in one reading: those of each span oldest first, span by span as asked.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default);

    /// <summary>The entries after a position, in order of position; empty where there is none yet.</summary>
    /// <param name="most">At most so many; ask again from the last one's position for more.</param>
    Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default);

    /// <summary>What an operation recorded at a site; null where it recorded nothing.</summary>
    Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default);

    /// <summary>Completes once an entry after a position is durable.</summary>
    Task WaitBeyond(long position, CancellationToken token);

    /// <summary>The position of the last entry; 0 where there is none.</summary>
    Task<long> LastPosition(CancellationToken token = default);

    /// <summary>Writes durably, by the way that appends take, something that nobody reads: no entry, and nothing that stays.</summary>
    /// <exception cref="JournalUnavailableException">An append would fail now; the message says why and what to do.</exception>
    Task ProveWritable(CancellationToken token = default);

    /// <summary>A site's newest snapshot; null where there is none.</summary>
    Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default);

    /// <summary>Keeps a snapshot in place of the site's older one. It only saves time: losing it loses nothing.</summary>
    Task SaveSnapshot(SiteKey site, Snapshot snapshot, CancellationToken token = default);
}

/// <summary>Some of a site's entries.</summary>
/// <param name="AfterVersion">The version before the first of them.</param>
/// <param name="LastVersion">The version of the last of them; beyond the site's last it stands for all there are.</param>
public readonly record struct SiteSpan(SiteKey Site, long AfterVersion, long LastVersion);

/// <summary>A site's next events.</summary>
/// <param name="ExpectedVersion">The version that the events were decided on.</param>
/// <param name="At">Whole milliseconds.</param>
/// <param name="Events">One or more.</param>
/// <param name="Fingerprint">As in <see cref="SiteRequest"/>.</param>
public sealed record Append(
    SiteKey Site, long ExpectedVersion, DateTimeOffset At, string By, string Operation, ImmutableArray<SiteEvent> Events, string? Fingerprint = null)
{
    /// <summary>Whom the events bring to a ward, which is recorded only where no other ward of the hospital has them.</summary>
    public StayArrival? Arrival { get; } = StayArrival.Of(Site, Events);
}

/// <param name="Version">That of the operation's last event.</param>
/// <param name="Fingerprint">As it was recorded; null where the operation was bound to none.</param>
public readonly record struct RecordedOperation(long Version, string? Fingerprint);

/// <summary>How an append ended.</summary>
/// <param name="Version">Appended: the last event's version. Conflict: the site's version. Repeated: that of the operation's last event.</param>
/// <param name="Position">Appended: the last event's position; otherwise 0.</param>
/// <param name="Fingerprint">Repeated: that of the operation as it was recorded.</param>
/// <param name="IsOn">Elsewhere: the ward that the person is on.</param>
public readonly record struct AppendResult(AppendStatus Status, long Version, long Position = 0, string? Fingerprint = null, SiteKey? IsOn = null);

public enum AppendStatus
{
    Appended,

    /// <summary>The site's last version is not the expected one; nothing was recorded.</summary>
    Conflict,

    /// <summary>The operation has recorded its events before; nothing was recorded now.</summary>
    Repeated,

    /// <summary>Another ward of the hospital has the person whom the events bring; nothing was recorded.</summary>
    Elsewhere,
}

/// <summary>A site's state at a version, as text that only its own reader understands.</summary>
/// <param name="Shape">Names the form of <paramref name="State"/>; another form is ignored and the events are replayed.</param>
public sealed record Snapshot(long Version, string Shape, string State);

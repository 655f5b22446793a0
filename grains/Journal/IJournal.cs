using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

/// <summary>
/// Every event ever decided, in one order. Append-only: an entry is never changed or deleted.
/// </summary>
/// <remarks>
/// An append is durable when its task completes: it has been written and synchronised to disk, and survives the
/// loss of the process and of power. Appends that wait at the same time share one transaction. If an append fails
/// with <see cref="JournalUnavailableException"/>, none of its events is recorded, unless the failure came between
/// commit and answer. Sending it again is safe, since an operation is recorded at most once.
/// </remarks>
public interface IJournal
{
    /// <summary>Records a site's next events, all or none.</summary>
    /// <exception cref="JournalUnavailableException">The disk is full, or the database cannot be reached.</exception>
    Task<AppendResult> Append(Append append, CancellationToken token = default);

    /// <summary>A site's entries after a version, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default);

    /// <summary>Reads the entries of many sites at once: span by span in the order given, each span oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default);

    /// <summary>The entries after a position, in order of position; empty if there are none yet.</summary>
    /// <param name="most">The most entries to return. To get more, ask again from the last one's position.</param>
    Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default);

    /// <summary>
    /// The entries by which people with a reference, whatever its capitals, came to wards and units or left them, in order of position.
    /// </summary>
    Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default);

    /// <summary>What an operation recorded at a site; null if it recorded nothing.</summary>
    Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default);

    /// <summary>Completes once an entry after a position is durable.</summary>
    Task WaitBeyond(long position, CancellationToken token);

    /// <summary>The position of the last entry; 0 if there is none.</summary>
    Task<long> LastPosition(CancellationToken token = default);

    /// <summary>Makes a durable write in the same way as an append does. It adds no entry and leaves nothing behind.</summary>
    /// <exception cref="JournalUnavailableException">An append would fail now; the message says why and what to do.</exception>
    Task ProveWritable(CancellationToken token = default);

    /// <summary>Every site that has entries, in the order of their keys.</summary>
    Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default);

    /// <summary>The entries of a locality's sites after a position, in order of position; empty if there are none yet.</summary>
    /// <param name="most">The most entries to return. To get more, ask again from the last one's position.</param>
    Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default);

    /// <summary>A site's newest snapshot of the current shape; null if there is none.</summary>
    Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default);

    /// <summary>
    /// For each site of a locality that has entries, in the order of their keys: its last snapshot of the current shape from before
    /// a point, which is decided at or before an instant and recorded at or before a position.
    /// </summary>
    Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default);

    /// <summary>
    /// Keeps snapshots beside older ones of the same sites; one of the same version and another shape is replaced. Snapshots only
    /// save time: losing one loses nothing.
    /// </summary>
    Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default);
}

/// <summary>A site that has entries.</summary>
/// <param name="Began">The time of its first entry.</param>
public readonly record struct RecordedSite(SiteKey Site, DateTimeOffset Began);

/// <param name="Snapshot">Null if there is none.</param>
/// <param name="Next">The version of the site's first snapshot of the current shape beyond the point; null if there is none.</param>
public readonly record struct SnapshotBefore(SiteKey Site, Snapshot? Snapshot, long? Next);

/// <summary>A range of a site's entries.</summary>
/// <param name="AfterVersion">The version before the range's first entry.</param>
/// <param name="LastVersion">The version of the range's last entry. If the site has fewer entries, the range ends with its last.</param>
public readonly record struct SiteSpan(SiteKey Site, long AfterVersion, long LastVersion);

/// <summary>A site's next events.</summary>
/// <param name="ExpectedVersion">The site's version when the events were decided.</param>
/// <param name="At">In whole milliseconds.</param>
/// <param name="Events">One or more.</param>
/// <param name="Fingerprint">As in <see cref="SiteRequest"/>.</param>
public sealed record Append(
    SiteKey Site, long ExpectedVersion, DateTimeOffset At, string By, string Operation, ImmutableArray<SiteEvent> Events, string? Fingerprint = null)
{
    /// <summary>The person whom the events bring to a ward, recorded only if no other ward of the hospital has them; null if there is none.</summary>
    public StayArrival? Arrival { get; } = StayArrival.Of(Site, Events);
}

/// <param name="Version">The version of the operation's last event.</param>
/// <param name="Fingerprint">The fingerprint recorded with the operation; null if it had none.</param>
public readonly record struct RecordedOperation(long Version, string? Fingerprint);

/// <summary>How an append ended.</summary>
/// <param name="Version">Appended: the version of the last event. Conflict: the site's version. Repeated: the version of the operation's last event.</param>
/// <param name="Position">Appended: the position of the last event; otherwise 0.</param>
/// <param name="Fingerprint">Repeated: the fingerprint recorded with the operation.</param>
/// <param name="IsOn">Elsewhere: the ward that the person is on.</param>
public readonly record struct AppendResult(AppendStatus Status, long Version, long Position = 0, string? Fingerprint = null, SiteKey? IsOn = null);

public enum AppendStatus
{
    Appended,

    /// <summary>The site's last version is not the expected one; nothing was recorded.</summary>
    Conflict,

    /// <summary>The operation was recorded before; nothing was recorded now.</summary>
    Repeated,

    /// <summary>Another ward of the hospital has the person; nothing was recorded.</summary>
    Elsewhere,
}

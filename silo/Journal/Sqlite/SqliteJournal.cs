using CapacityBoard.Sites;
using CapacityBoard.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>The journal in one SQLite file, for a server on one machine.</summary>
/// <remarks>
/// One thread writes; an append completes once its transaction is on disk (<c>synchronous = FULL</c>). Reads run beside it,
/// on threads of the pool, and see what is committed: a grain that waits for one does not keep its scheduler from
/// other grains. Disposal writes what was taken in.
/// </remarks>
public sealed partial class SqliteJournal : IJournal, IJournalSearch, IAsyncDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "journal.db";

    private readonly CommitSignal _commits;
    private readonly JournalTail _tail;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;
    private readonly BoardMetrics _metrics;

    private SqliteJournal(CommitSignal commits, JournalTail tail, SqliteReaders readers, SqliteWriter writer, BoardMetrics metrics)
    {
        (_commits, _tail, _readers, _writer, _metrics) = (commits, tail, readers, writer, metrics);
        Segments = new SqliteFactSegments(readers, writer);
        metrics.ObserveJournal(() => commits.Position);
    }

    /// <summary>The segments kept beside the journal, in the same file.</summary>
    public IFactSegments Segments { get; }

    /// <summary>Opens the journal of a folder, created where there is none and brought to this program's schema.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be used, or a newer version of the product wrote it.</exception>
    public static SqliteJournal Open(DataFolder folder, ILogger<SqliteJournal> log, BoardMetrics? metrics = null) =>
        Open(folder, log, configure: null, metrics);

    /// <param name="configure">Sees the connection that records, before anything is recorded on it.</param>
    internal static SqliteJournal Open(DataFolder folder, ILogger<SqliteJournal> log, Action<SqliteConnection>? configure, BoardMetrics? metrics = null)
    {
        metrics ??= BoardMetrics.Unread;
        var file = folder.PathOf(FileName);
        try
        {
            var (commits, tail) = (new CommitSignal(), new JournalTail());
            var (durable, head) = OpenChecked(folder, file, configure);
            var writer = new SqliteWriter(file, durable, SqliteConnections.OpenExpendable(file), head, commits, tail, metrics, log);
            LogOpened(log, file, commits.Position);
            return new(commits, tail, new(file), writer, metrics);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.OfOpening(failure, file);
        }
        catch (InvalidOperationException failure)
        {
            throw SqliteFailure.OfDamage(failure, file);
        }
    }

    /// <exception cref="JournalUnavailableException">A folder has no journal; none is made.</exception>
    internal static void RequireIn(string folder)
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            throw new JournalUnavailableException($"There is no journal in the folder {Path.GetFullPath(folder)}. Give the folder that has {FileName}.");
        }
    }

    public async Task<AppendResult> Append(Append append, CancellationToken token = default)
    {
        if (append.Events.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An append has one event or more.", nameof(append));
        }

        using var measure = _metrics.Appending(append);
        var pending = new PendingAppend(append);
        await _writer.Enqueue(pending, token);
        return await pending.Answer.WaitAsync(token);
    }

    public Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token = default) =>
        Read(reader => reader.ReadSite(site, afterVersion), token);

    public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
        Read(reader => reader.ReadSpans(spans), token);

    public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) =>
        _tail.After(afterPosition, most) is { } recorded
            ? Task.FromResult(recorded)
            : Read(reader => reader.ReadFrom(afterPosition, most), token);

    public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
        Read(reader => reader.ReadComingsAndGoings(reference), token);

    public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) =>
        Read(reader => reader.FindOperation(site, operation), token);

    public Task WaitBeyond(long position, CancellationToken token) => _commits.WaitBeyond(position, token);

    public Task<long> LastPosition(CancellationToken token = default) => Task.FromResult(_commits.Position);

    public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => Read(reader => reader.ReadSites(), token);

    public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
        Read(reader => reader.ReadLocality(locality, afterPosition, most), token);

    public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => Read(reader => reader.Snapshots.Newest(site), token);

    public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
        Read(reader => reader.Snapshots.Before(locality, at, position), token);

    public async Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default)
    {
        var pending = new PendingSnapshots(snapshots);
        await _writer.Enqueue(pending, token);
        await pending.Answer.WaitAsync(token);
    }

    public Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token = default) =>
        question.CanBeMet ? Read(reader => reader.Search(question, most), token) : Task.FromResult<IReadOnlyList<JournalEntry>>([]);

    public async Task ProveWritable(CancellationToken token = default)
    {
        var pending = new PendingProof();
        await _writer.Enqueue(pending, token);
        await pending.Answer.WaitAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _commits.Close();
        _readers.Dispose();
    }

    /// <summary>Opens it only where its last entries are those that were recorded.</summary>
    private static (SqliteConnection Durable, JournalHead Head) OpenChecked(DataFolder folder, string file, Action<SqliteConnection>? configure)
    {
        var durable = SqliteConnections.OpenDurable(file, configure);
        var head = JournalHead.Open(folder.PathOf(JournalHead.FileName));
        try
        {
            RefuseCutShort(file, durable);
            var last = (long)durable.Ask("SELECT coalesce(max(position), 0) FROM journal")!;
            JournalEnd.Check($"The journal {file}", head.Read(), SqliteJournalRows.Read(durable, Math.Max(0, last - JournalEnd.Looked), JournalEnd.Looked));
            return (durable, head);
        }
        catch
        {
            durable.Dispose();
            head.Dispose();
            throw;
        }
    }

    /// <summary>SQLite finds out that the end of a file is missing only when it reads there.</summary>
    private static void RefuseCutShort(string file, SqliteConnection connection)
    {
        connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
        var pages = (long)connection.Ask("PRAGMA page_count")!;
        if (new FileInfo(file) is { Length: var length } && new FileInfo($"{file}-wal") is { Exists: false } or { Length: 0 }
            && length < pages * (long)connection.Ask("PRAGMA page_size")!)
        {
            throw SqliteFailure.OfDamage(null, file);
        }
    }

    private Task<T> Read<T>(Func<SqliteReader, T> read, CancellationToken token) => Task.Run(() => _readers.Read(read), token);

    [LoggerMessage(LogLevel.Information, "Journal {File} is open; its last entry is {Position}")]
    private static partial void LogOpened(ILogger log, string file, long position);
}

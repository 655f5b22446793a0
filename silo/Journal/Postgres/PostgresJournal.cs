using CapacityBoard.Sites;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

/// <summary>The journal in a PostgreSQL database, for any number of processes on any number of machines.</summary>
/// <remarks>
/// An append completes once its transaction is committed (<c>synchronous_commit = on</c>). It is as durable as the database,
/// including its synchronous standbys. While the database restarts or fails over, calls wait for up to
/// <see cref="PostgresRetry.Default"/> before they fail. Positions are in the order of the commits, without gaps.
/// Disposal writes the appends already accepted.
/// </remarks>
public sealed partial class PostgresJournal : IJournal, IJournalSearch, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly string _database;
    private readonly PostgresRetry _retry;
    private readonly CommitSignal _commits = new();
    private readonly PostgresCalls _calls;
    private readonly PostgresReader _reader;
    private readonly PostgresSnapshots _snapshots;
    private readonly PostgresWriter _writer;
    private readonly PostgresAppends _appends;
    private readonly BoardMetrics _metrics;
    private readonly ILogger _log;
    private PostgresListener? _listener;

    /// <param name="source">Not disposed of with the journal.</param>
    public PostgresJournal(NpgsqlDataSource source, ILogger<PostgresJournal> log, BoardMetrics? metrics = null)
        : this(source, PostgresRetry.Default, log, metrics)
    {
    }

    /// <param name="longestWait">How long a call waits while the database is away.</param>
    internal PostgresJournal(NpgsqlDataSource source, TimeSpan longestWait, ILogger<PostgresJournal> log, BoardMetrics? metrics = null)
    {
        (_metrics, _appends) = (metrics ?? BoardMetrics.Unread, new(source));
        (_source, _log, _database, _retry) = (source, log, PostgresConnections.NameOf(source), new(TimeProvider.System, longestWait));
        (_calls, _reader, _snapshots) = (new(_retry, _database), new(source), new(source));
        Segments = new PostgresFactSegments(source, _calls);
        _writer = new(_appends, _retry, _commits, _database, _metrics, log);
        _metrics.ObserveJournal(() => _commits.Position);
    }

    /// <summary>The segments kept beside the journal, in the same database.</summary>
    public IFactSegments Segments { get; }

    /// <summary>Migrates the database to this program's schema and starts listening for new entries. Call it once, before anything else.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be used, or a newer version of the product wrote it.</exception>
    public async Task Open(CancellationToken token = default)
    {
        try
        {
            var migrations = await _retry.Run(each => PostgresSchema.Migrate(_source, each), token);
            await _retry.Run(Check, token);
            LogOpened(_database, PostgresSchema.Newest, migrations);
            _listener = new(_source, _retry, _commits, _log);
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw PostgresFailure.OfOpening(failure, _database);
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
        _calls.Read(each => _reader.ReadSite(site, afterVersion, each), token);

    public Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token = default) =>
        _calls.Read(each => _reader.ReadSpans(spans, each), token);

    public Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token = default) =>
        _calls.Read(each => _reader.ReadFrom(afterPosition, most, each), token);

    public Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token = default) =>
        _calls.Read(each => _reader.ReadComingsAndGoings(reference, each), token);

    public Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token = default) =>
        _calls.Read(each => _reader.FindOperation(site, operation, each), token);

    public Task WaitBeyond(long position, CancellationToken token) => _commits.WaitBeyond(position, token);

    public Task<long> LastPosition(CancellationToken token = default) => _calls.Read(_reader.LastPosition, token);

    public Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token = default) => _calls.Read(_reader.ReadSites, token);

    public Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token = default) =>
        _calls.Read(each => _reader.ReadLocality(locality, afterPosition, most, each), token);

    public Task<Snapshot?> ReadSnapshot(SiteKey site, CancellationToken token = default) => _calls.Read(each => _snapshots.Newest(site, each), token);

    public Task<IReadOnlyList<SnapshotBefore>> ReadSnapshots(string locality, DateTimeOffset at, long position, CancellationToken token = default) =>
        _calls.Read(each => _snapshots.Before(locality, at, position, each), token);

    public Task SaveSnapshots(IReadOnlyList<Snapshot> snapshots, CancellationToken token = default) =>
        _calls.Write(each => _snapshots.Keep(snapshots, each), token);

    public Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token = default) =>
        question.CanBeMet ? _calls.Read(each => _reader.Search(question, most, each), token) : Task.FromResult<IReadOnlyList<JournalEntry>>([]);

    public async Task ProveWritable(CancellationToken token = default)
    {
        try
        {
            if (!await _appends.ProveWritable(token))
            {
                throw new JournalUnavailableException($"The database {_database} can be read but not written. Connect to its primary, or grant INSERT on journal.");
            }
        }
        catch (Exception failure) when (PostgresFailure.IsOfDatabase(failure))
        {
            throw PostgresFailure.OfReading(failure, _database);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await (Interlocked.Exchange(ref _listener, null)?.DisposeAsync() ?? ValueTask.CompletedTask);
        _commits.Close();
    }

    /// <summary>Other processes append meanwhile, so the note is read first: it is then never ahead of the entries checked.</summary>
    private async Task<bool> Check(CancellationToken token)
    {
        var noted = await PostgresJournalRows.Head(_source, token);
        var last = await _reader.LastPosition(token);
        JournalEnd.Check(
            $"The journal in the database {_database}", noted,
            await PostgresJournalRows.Read(_source, Math.Max(0, last - JournalEnd.Looked), JournalEnd.Looked, token));
        return true;
    }

    [LoggerMessage(LogLevel.Information, "Journal {Database} is open at schema {Schema}; {Migrations} migrations were applied")]
    private partial void LogOpened(string database, int schema, int migrations);
}

using CapacityBoard.Sites;
using Microsoft.Data.Sqlite;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>A connection that reads what is committed, with its prepared statements. For one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>The plus signs keep the index of sites out of it, for the reason given at <see cref="Searched"/>.</summary>
    public const string OfLocality =
        $"""
        {Entry}
        WHERE position > $after AND +site >= $locality || '/' AND +site < $locality || '0'
        ORDER BY position LIMIT $most
        """;

    private const string Entry = "SELECT position, site, version, at, by, operation, type, data FROM journal";

    /// <summary>
    /// From the newest entry backwards: the plus signs keep the index of sites out of it, by which all that a large locality
    /// ever recorded would be gathered and sorted. A reference has a digit and no property's name has one, so it is a value.
    /// </summary>
    private const string Searched =
        $"""
        {Entry}
        WHERE position < $before AND position > $after
            AND ($under IS NULL OR +site = $under OR (+site >= $under || '/' AND +site < $under || '0'))
            AND ($by IS NULL OR by = $by OR (instr(by, '{JournalQuestion.Via}') > 0 AND instr('{JournalQuestion.Via}' || by || '{JournalQuestion.Via}', '{JournalQuestion.Via}' || $by || '{JournalQuestion.Via}') > 0))
            AND ($from IS NULL OR at >= $from)
            AND ($to IS NULL OR at < $to)
            AND ($stay IS NULL OR instr(upper(data), '"' || upper($stay) || '"') > 0)
        ORDER BY position DESC LIMIT $most
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _site;
    private readonly SqliteCommand _span;
    private readonly SqliteCommand _from;
    private readonly SqliteCommand _comingsAndGoings;
    private readonly SqliteCommand _operation;
    private readonly SqliteCommand _sites;
    private readonly SqliteCommand _locality;
    private readonly SqliteCommand _search;

    public SqliteReader(string file)
    {
        _connection = SqliteConnections.OpenReadOnly(file);
        _site = _connection.Prepare($"{Entry} WHERE site = $site AND version > $after ORDER BY version", "$site", "$after");
        _span = _connection.Prepare(
            $"{Entry} WHERE site = $site AND version > $after AND version <= $last ORDER BY version", "$site", "$after", "$last");
        _from = _connection.Prepare($"{Entry} WHERE position > $after ORDER BY position LIMIT $most", "$after", "$most");
        _comingsAndGoings = _connection.Prepare($"{Entry} WHERE {SqliteSchema.ComesOrGoes} ORDER BY position", "$reference");
        _operation = _connection.Prepare(SqliteSchema.LastOfOperation, "$site", "$operation");
        _sites = _connection.Prepare(SqliteSchema.Sites);
        _locality = _connection.Prepare(OfLocality, "$locality", "$after", "$most");
        _search = _connection.Prepare(Searched, "$under", "$by", "$stay", "$from", "$to", "$before", "$after", "$most");
        Snapshots = new(_connection);
        Segments = new(_connection);
    }

    public SqliteSnapshotReader Snapshots { get; }

    public SqliteSegmentReader Segments { get; }

    public IReadOnlyList<JournalEntry> ReadSite(SiteKey site, long afterVersion)
    {
        _site.Parameters[0].Value = site.Value;
        _site.Parameters[1].Value = afterVersion;
        return [.. ReadEntries(_site, site)];
    }

    public IReadOnlyList<JournalEntry> ReadSpans(IReadOnlyList<SiteSpan> spans) => [.. spans.SelectMany(ReadSpan)];

    public IReadOnlyList<JournalEntry> ReadFrom(long afterPosition, int most)
    {
        _from.Parameters[0].Value = afterPosition;
        _from.Parameters[1].Value = most;
        return [.. ReadEntries(_from, site: null)];
    }

    public IReadOnlyList<JournalEntry> ReadComingsAndGoings(string reference)
    {
        _comingsAndGoings.Parameters[0].Value = reference;
        return [.. ReadEntries(_comingsAndGoings, site: null)];
    }

    public RecordedOperation? FindOperation(SiteKey site, string operation)
    {
        _operation.Parameters[0].Value = site.Value;
        _operation.Parameters[1].Value = operation;
        using var row = _operation.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)) : null;
    }

    public IReadOnlyList<RecordedSite> ReadSites()
    {
        var sites = new List<RecordedSite>();
        using var row = _sites.ExecuteReader();
        while (row.Read())
        {
            sites.Add(new(SiteKey.Parse(row.GetString(0)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))));
        }

        return sites;
    }

    public IReadOnlyList<JournalEntry> ReadLocality(string locality, long afterPosition, int most)
    {
        _locality.Parameters[0].Value = locality;
        _locality.Parameters[1].Value = afterPosition;
        _locality.Parameters[2].Value = most;
        return [.. ReadEntries(_locality, site: null)];
    }

    public IReadOnlyList<JournalEntry> Search(JournalQuestion question, int most)
    {
        object?[] values =
        [
            question.Under, question.By, question.Stay,
            question.From?.ToUnixTimeMilliseconds(), question.To?.ToUnixTimeMilliseconds(), question.Before ?? long.MaxValue, question.After, most,
        ];
        for (var each = 0; each < values.Length; each++)
        {
            _search.Parameters[each].Value = values[each] ?? DBNull.Value;
        }

        return [.. ReadEntries(_search, site: null)];
    }

    public void Dispose()
    {
        _site.Dispose();
        _span.Dispose();
        _from.Dispose();
        _comingsAndGoings.Dispose();
        _operation.Dispose();
        _sites.Dispose();
        _locality.Dispose();
        _search.Dispose();
        Snapshots.Dispose();
        Segments.Dispose();
        _connection.Dispose();
    }

    private IEnumerable<JournalEntry> ReadSpan(SiteSpan span)
    {
        _span.Parameters[0].Value = span.Site.Value;
        _span.Parameters[1].Value = span.AfterVersion;
        _span.Parameters[2].Value = span.LastVersion;
        return ReadEntries(_span, span.Site);
    }

    private static IEnumerable<JournalEntry> ReadEntries(SqliteCommand command, SiteKey? site)
    {
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return new(
                row.GetInt64(0),
                site ?? SiteKey.Parse(row.GetString(1)),
                row.GetInt64(2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.GetString(4),
                row.GetString(5),
                EventCatalogue.Current.Read(row.GetString(6), row.GetString(7)));
        }
    }
}

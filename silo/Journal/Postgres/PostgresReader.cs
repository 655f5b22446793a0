using CapacityBoard.Sites;
using Npgsql;
using static CapacityBoard.Journal.Postgres.PostgresParameters;

namespace CapacityBoard.Journal.Postgres;

/// <summary>Reads from the journal, each on a connection of the pool.</summary>
internal sealed class PostgresReader(NpgsqlDataSource source)
{
    private const string Entry = "SELECT position, site, version, at, by, operation, type, data FROM journal";

    private const string OfSpans =
        """
        SELECT j.position, j.site, j.version, j.at, j.by, j.operation, j.type, j.data
        FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS span(site, after, last, number)
            JOIN journal j ON j.site = span.site AND j.version > span.after AND j.version <= span.last
        ORDER BY span.number, j.version
        """;

    /// <summary>A stay's reference has a digit and no property name has one, so a match between quotes is always a value.</summary>
    private const string Searched =
        $"""
        {Entry}
        WHERE position < $6 AND position > $8
            AND ($1 IS NULL OR site = $1 OR (site >= $1 || '/' AND site < $1 || '0'))
            AND ($2 IS NULL OR by = $2 OR (strpos(by, '{JournalQuestion.Via}') > 0 AND strpos('{JournalQuestion.Via}' || by || '{JournalQuestion.Via}', '{JournalQuestion.Via}' || $2 || '{JournalQuestion.Via}') > 0))
            AND ($3 IS NULL OR strpos(upper(data::text COLLATE "C"), '"' || upper($3 COLLATE "C") || '"') > 0)
            AND ($4 IS NULL OR at >= $4)
            AND ($5 IS NULL OR at < $5)
        ORDER BY position DESC LIMIT $7
        """;

    /// <summary>Written as the index of it is.</summary>
    private const string ComingsAndGoings =
        $"""
        {Entry}
        WHERE type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled', 'stay-discharged', 'admission-cancelled', 'transfer-completed')
            AND upper(coalesce(data -> 'stay' ->> 'reference', data ->> 'stay') COLLATE "C") = upper($1 COLLATE "C")
        ORDER BY position
        """;

    public async Task<IReadOnlyList<JournalEntry>> ReadSite(SiteKey site, long afterVersion, CancellationToken token)
    {
        await using var command = source.CreateCommand($"{Entry} WHERE site = $1 AND version > $2 ORDER BY version");
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Number(afterVersion));
        return await ReadEntries(command, site, token);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadSpans(IReadOnlyList<SiteSpan> spans, CancellationToken token)
    {
        await using var command = source.CreateCommand(OfSpans);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. spans.Select(span => span.Site.Value)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. spans.Select(span => span.AfterVersion)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. spans.Select(span => span.LastVersion)] });
        return await ReadEntries(command, site: null, token);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadFrom(long afterPosition, int most, CancellationToken token)
    {
        await using var command = source.CreateCommand($"{Entry} WHERE position > $1 ORDER BY position LIMIT $2");
        command.Parameters.Add(Number(afterPosition));
        command.Parameters.Add(Number(most));
        return await ReadEntries(command, site: null, token);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadComingsAndGoings(string reference, CancellationToken token)
    {
        await using var command = source.CreateCommand(ComingsAndGoings);
        command.Parameters.Add(Text(reference));
        return await ReadEntries(command, site: null, token);
    }

    public async Task<RecordedOperation?> FindOperation(SiteKey site, string operation, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            "SELECT version, fingerprint FROM journal WHERE site = $1 AND operation = $2 ORDER BY version DESC LIMIT 1");
        command.Parameters.Add(Text(site.Value));
        command.Parameters.Add(Text(operation));
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? new RecordedOperation(row.GetInt64(0), await row.IsDBNullAsync(1, token) ? null : row.GetString(1)) : null;
    }

    public async Task<long> LastPosition(CancellationToken token)
    {
        await using var command = source.CreateCommand(PostgresListener.LastPosition);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    public async Task<IReadOnlyList<RecordedSite>> ReadSites(CancellationToken token)
    {
        await using var command = source.CreateCommand("SELECT site, at FROM journal WHERE version = 1 ORDER BY site");
        var sites = new List<RecordedSite>();
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            sites.Add(new(SiteKey.Parse(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1)));
        }

        return sites;
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadLocality(string locality, long afterPosition, int most, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            $"{Entry} WHERE position > $2 AND site >= $1 || '/' AND site < $1 || '0' ORDER BY position LIMIT $3");
        command.Parameters.Add(Text(locality));
        command.Parameters.Add(Number(afterPosition));
        command.Parameters.Add(Number(most));
        return await ReadEntries(command, site: null, token);
    }

    public async Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most, CancellationToken token)
    {
        await using var command = source.CreateCommand(Searched);
        command.Parameters.Add(Text(question.Under));
        command.Parameters.Add(Text(question.By));
        command.Parameters.Add(Text(question.Stay));
        command.Parameters.Add(Time(question.From));
        command.Parameters.Add(Time(question.To));
        command.Parameters.Add(Number(question.Before ?? long.MaxValue));
        command.Parameters.Add(Number(most));
        command.Parameters.Add(Number(question.After));
        return await ReadEntries(command, site: null, token);
    }

    private static async Task<IReadOnlyList<JournalEntry>> ReadEntries(NpgsqlCommand command, SiteKey? site, CancellationToken token)
    {
        var entries = new List<JournalEntry>();
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            entries.Add(new(
                row.GetInt64(0),
                site ?? SiteKey.Parse(row.GetString(1)),
                row.GetInt64(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.GetString(4),
                row.GetString(5),
                EventCatalogue.Current.Read(row.GetString(6), row.GetString(7))));
        }

        return entries;
    }
}

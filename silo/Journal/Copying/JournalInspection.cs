namespace CapacityBoard.Journal.Copying;

/// <summary>Checks every entry of a journal: none is missing or changed, and each can be read.</summary>
internal sealed class JournalInspection(IJournalRows rows, IProgress<CopyProgress> progress)
{
    private const int RowsAtOnce = 5000;

    /// <summary>Stops after this many problems, because damage in one place usually shows in many.</summary>
    private const int MostProblems = 20;

    private readonly List<string> _problems = [];
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private long _entries;
    private long _hashed;

    public async Task<JournalFindings> Run(CancellationToken token)
    {
        if (rows is ReadOnlySqliteRows file)
        {
            _problems.AddRange(await file.CheckFile());
        }

        var (noted, last) = (await rows.Head(token), await rows.LastPosition(token));
        var chain = new JournalChain();
        while (chain.Position < last && _problems.Count < MostProblems && await rows.Read(chain.Position, RowsAtOnce, token) is { Count: > 0 } next)
        {
            foreach (var row in next)
            {
                Look(row, chain, noted);
            }

            progress.Report(new("Checked", chain.Position, last));
        }

        if (noted is { } end && end.Position > last)
        {
            _problems.Add($"The last entry is {last}, but {end.Position} were recorded: {end.Position - last} are missing.");
        }

        return new(_entries, _hashed, [.. _problems.Take(MostProblems)]);
    }

    private void Look(JournalRow row, JournalChain chain, JournalHeadNote? noted)
    {
        _entries++;
        _hashed += row.Hash is null ? 0 : 1;
        Note(chain.Check(row) is { } broken ? $"{char.ToUpperInvariant(broken[0])}{broken[1..]}." : null);
        var version = _versions.GetValueOrDefault(row.Site) + 1;
        Note(row.Version == version ? null : $"Entry {row.Position} is version {row.Version} of {row.Site}, but version {version} was expected.");
        _versions[row.Site] = row.Version;
        Note(EventCatalogue.Current.Read(row.Type, row.Data) is UnreadableEvent unreadable ? $"Entry {row.Position}, '{row.Type}' of {row.Site}, cannot be read. {unreadable.Why}" : null);
        Note(noted?.Contradicts(row) == true ? $"Entry {row.Position} is not the one that was recorded." : null);
    }

    private void Note(string? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }
}

/// <param name="Entries">How many entries there are.</param>
/// <param name="Hashed">How many of them are in the chain of hashes; entries recorded before the chain existed are not.</param>
/// <param name="Problems">One sentence each; empty if the journal is intact.</param>
internal sealed record JournalFindings(long Entries, long Hashed, IReadOnlyList<string> Problems);

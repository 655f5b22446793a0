using System.Globalization;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Audit;

/// <summary>Checks every access log line and the chain for lines that were changed, removed or added by hand.</summary>
internal sealed partial class AccessInspection(IDbContextFactory<AccessContext> contexts)
{
    private const int LinksAtOnce = 5_000;

    /// <summary>The most problems to report, since one piece of damage usually shows in many lines.</summary>
    private const int MostProblems = 20;

    /// <summary>During an upgrade, nodes of the previous version still write lines without a hash.</summary>
    private static readonly TimeSpan LongestUpgrade = TimeSpan.FromDays(1);

    private readonly List<string> _problems = [];
    private long _waiting;

    /// <exception cref="JournalUnavailableException">The log cannot be read.</exception>
    public async Task<AccessFindings> Run(CancellationToken token)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(token);
            return await Run(context, token);
        }
        catch (Exception failure) when (AccessStore.IsOfDatabase(failure))
        {
            throw new JournalUnavailableException($"The access log cannot be read: {failure.Message} If an older version wrote it, start this version on it first.", failure);
        }
    }

    private async Task<AccessFindings> Run(AccessContext context, CancellationToken token)
    {
        var cutBefore = await CutBefore(context, token);
        AccessLink? last = null;
        while (_problems.Count < MostProblems && await Read(context, last?.Position ?? -1, token) is { Count: > 0 } next)
        {
            foreach (var (link, line) in next)
            {
                Look(link, last, line, cutBefore);
                last = link;
            }
        }

        await LookForOthers(context, last, token);
        return new(await context.Log.LongCountAsync(token), last?.Position ?? 0, _waiting, Convert.ToHexStringLower(last?.Hash ?? []), [.. _problems.Take(MostProblems)]);
    }

    private static async Task<List<(AccessLink Link, AccessEntry? Line)>> Read(AccessContext context, long after, CancellationToken token)
    {
        var links = await context.Chain.AsNoTracking().Where(link => link.Position > after).OrderBy(link => link.Position).Take(LinksAtOnce)
            .Select(link => new { Link = link, Line = context.Log.FirstOrDefault(entry => entry.Id == link.Line) }).ToListAsync(token);
        return [.. links.Select(each => (each.Link, each.Line))];
    }

    /// <summary>
    /// The latest time before which lines were cut. The line that records a cut is newer than the lines it removed, so the last
    /// such line always remains.
    /// </summary>
    private static async Task<DateTimeOffset> CutBefore(AccessContext context, CancellationToken token)
    {
        var notes = await context.Log.AsNoTracking().Where(entry => entry.Act == Acts.LogCut).Select(entry => entry.Note).ToListAsync(token);
        return notes.Select(note => DateOnly.TryParseExact(CutDay().Match(note ?? "").Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LocalDay.StartOf(day)
            : DateTimeOffset.MinValue).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
    }

    private void Look(AccessLink link, AccessLink? before, AccessEntry? line, DateTimeOffset cutBefore)
    {
        if (before is null)
        {
            Note(!link.IsBeginning, "The start of the access log's chain is missing.");
        }
        else if (link.Position != before.Position + 1)
        {
            Note(!before.IsBeginning || link.LineAt >= cutBefore, $"Links {before.Position + 1} to {link.Position - 1} of the access log's chain are missing.");
        }
        else
        {
            Note(!link.Follows(before), $"Link {link.Position} of the access log's chain, of line {link.Line}, does not follow from the one before it.");
        }

        Note(line is null && !link.IsBeginning && link.LineAt >= cutBefore, $"Line {link.Line} of the access log, of {Of(link.LineAt)}, is missing.");
        Note(line is not null && !link.IsBeginning && !line.DigestNow().AsSpan().SequenceEqual(link.Digest), $"Line {link.Line} of the access log, of {Of(link.LineAt)}, was changed.");
    }

    /// <summary>
    /// Checks lines outside the chain: those just written, those of nodes with the previous version, and those that no program
    /// wrote.
    /// </summary>
    private async Task LookForOthers(AccessContext context, AccessLink? last, CancellationToken token)
    {
        if (last is null || await context.Chain.AsNoTracking().FirstOrDefaultAsync(link => link.Position == 0, token) is not { } beginning)
        {
            return;
        }

        var upgraded = beginning.LineAt + LongestUpgrade;
        var without = context.Log.AsNoTracking().Where(entry => entry.Id > beginning.Line && entry.Digest == null && entry.At > upgraded).OrderBy(entry => entry.Id);
        foreach (var line in await without.Take(MostProblems).ToListAsync(token))
        {
            Note(true, $"Line {line.Id} of the access log, of {Of(line.At)}, has no hash: it was added by hand, or by a node that runs an older version.");
        }

        await foreach (var line in AccessChain.Open(context).AsAsyncEnumerable().WithCancellation(token))
        {
            _waiting++;
            Note(line.Id <= last.Line - AccessChain.Latecomers, $"Line {line.Id} of the access log, of {Of(line.At)}, is not in its chain: it was added afterwards.");
            Note(!line.DigestNow().AsSpan().SequenceEqual(line.Digest), $"Line {line.Id} of the access log, of {Of(line.At)}, was changed.");
        }
    }

    private void Note(bool isWrong, string problem)
    {
        if (isWrong)
        {
            _problems.Add(problem);
        }
    }

    private static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("before ([0-9-]{10})$")]
    private static partial Regex CutDay();
}

/// <param name="Lines">How many lines there are.</param>
/// <param name="Chained">How many were ever added to the chain.</param>
/// <param name="Waiting">How many are yet to be added.</param>
/// <param name="End">The hash of the last link. A copy kept elsewhere proves later that nothing before it was rewritten.</param>
/// <param name="Problems">A sentence each; empty if the log is intact.</param>
internal sealed record AccessFindings(long Lines, long Chained, long Waiting, string End, IReadOnlyList<string> Problems);

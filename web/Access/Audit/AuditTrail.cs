using System.Collections.Immutable;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Audit;

/// <summary>A page of lines, newest first.</summary>
/// <param name="Older">Where the next page begins; null if there is none.</param>
internal sealed record AuditPage(ImmutableArray<AuditLine> Lines, AuditCursor? Older);

/// <summary>Who saw or did what, from all records merged by time.</summary>
internal sealed class AuditTrail(IEnumerable<IAuditSource> sources, AccessStore store, TimeProvider clock)
{
    /// <summary>The lines from a cursor on, or the newest.</summary>
    public async Task<AuditPage> Read(AuditQuestion question, AuditReach reach, AuditCursor? from, int most, CancellationToken token)
    {
        // Includes lines just recorded by a node whose clock is slightly ahead.
        var cursor = from ?? new(clock.GetUtcNow().AddMinutes(1), 0);
        var found = new List<AuditLine>();
        foreach (var source in sources)
        {
            found.AddRange(await source.Find(question, reach, cursor.Until, cursor.Shown + most + 1, token));
        }

        var ahead = found.OrderByDescending(line => line.At).Skip(cursor.Shown).Take(most + 1).ToList();
        AuditLine[] shown = [.. ahead.Take(most)];
        return new(await WithAddresses(shown, token), ahead.Count > most ? After(shown, cursor) : null);
    }

    /// <summary>All lines, newest first, so that they can be sorted; null if there are more.</summary>
    public async Task<ImmutableArray<AuditLine>?> ReadAll(AuditQuestion question, AuditReach reach, int most, CancellationToken token) =>
        await Read(question, reach, from: null, most, token) is { Older: null } all ? all.Lines : null;

    private static AuditCursor After(AuditLine[] shown, AuditCursor cursor)
    {
        var last = shown[^1].At;
        return new(last, shown.Count(line => line.At == last) + (last == cursor.Until ? cursor.Shown : 0));
    }

    /// <summary>The journal keeps no addresses; the access log has them, by operation.</summary>
    private async Task<ImmutableArray<AuditLine>> WithAddresses(AuditLine[] lines, CancellationToken token)
    {
        string[] operations = [.. lines.SelectMany(OperationsOf).Distinct()];
        var addresses = operations.Length == 0 ? [] : await store.Ask(
            context => context.Log.AsNoTracking()
                .Where(entry => entry.Operation != null && operations.Contains(entry.Operation))
                .Select(entry => new { entry.Operation, entry.Who, entry.Address })
                .ToListAsync(token),
            token);
        var addressOf = addresses.ToLookup(each => (each.Operation, each.Who), each => each.Address);
        return [.. lines.Select(line =>
            line with { Address = OperationsOf(line).SelectMany(operation => addressOf[(operation, line.Who)]).FirstOrDefault(line.Address) })];
    }

    /// <summary>
    /// A line's operation and the one it was a step of: at the other ward, a transfer's step has the same id with a suffix.
    /// </summary>
    private static IEnumerable<string> OperationsOf(AuditLine line) => line.Operation is not { } operation ? []
        : operation.LastIndexOf('/') is var end and > 0 ? [operation, operation[..end]] : [operation];
}

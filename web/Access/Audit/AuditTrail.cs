using System.Collections.Immutable;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Audit;

/// <summary>Some lines, newest first.</summary>
/// <param name="Older">Where the next ones begin; null where there are none.</param>
internal sealed record AuditPage(ImmutableArray<AuditLine> Lines, AuditCursor? Older);

/// <summary>Who saw or did what, from all records at once, by time.</summary>
internal sealed class AuditTrail(IEnumerable<IAuditSource> sources, AccessStore store, TimeProvider clock)
{
    /// <summary>The lines from a place on, or the newest.</summary>
    public async Task<AuditPage> Read(AuditQuestion question, AuditReach reach, AuditCursor? from, int most, CancellationToken token)
    {
        // What a node whose clock is a little ahead has just recorded is among the newest.
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

    private static AuditCursor After(AuditLine[] shown, AuditCursor cursor)
    {
        var last = shown[^1].At;
        return new(last, shown.Count(line => line.At == last) + (last == cursor.Until ? cursor.Shown : 0));
    }

    /// <summary>The journal does not keep from where a command came: the access log does, by its operation.</summary>
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

    /// <summary>The operation of a line, and the one that it was a step of: what a transfer does at the other ward has its id with an ending.</summary>
    private static IEnumerable<string> OperationsOf(AuditLine line) => line.Operation is not { } operation ? []
        : operation.LastIndexOf('/') is var end and > 0 ? [operation, operation[..end]] : [operation];
}

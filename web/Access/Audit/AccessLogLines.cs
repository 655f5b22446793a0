using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// What people saw, and what was done with accounts, keys and links. <see cref="JournalLines"/> reports commands; they are
/// reported here, by their own names, only for a question about an address, which the journal does not keep.
/// </summary>
internal sealed class AccessLogLines(AccessStore store) : IAuditSource
{
    public Task<IReadOnlyList<AuditLine>> Find(AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token) => store.Ask(
        async context =>
        {
            var lines = Within(Asked(context.Log.AsNoTracking().Where(entry => entry.At <= until), question), reach);
            var found = await lines.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(most).ToListAsync(token);
            return (IReadOnlyList<AuditLine>)[.. found.Select(entry =>
                new AuditLine(entry.At, entry.Who, entry.Act, entry.About, entry.Stay, null, entry.Address, entry.Note))];
        },
        token);

    private static IQueryable<AccessEntry> Asked(IQueryable<AccessEntry> lines, AuditQuestion question)
    {
        var within = Scope.TryParse(question.About, out var about) ? WithinOf(about.Value) : "";
        var stay = $" {question.Stay?.ToUpperInvariant()} ";
        return lines.Where(entry =>
            (entry.Operation == null || question.Address != null)
            && (question.Address == null || entry.Address == question.Address)
            && (question.Who == null || entry.Who == question.Who)
            && (question.About == null || entry.About == question.About || EF.Functions.Like(entry.About!, within))
#pragma warning disable CA1304, CA1311 // It never runs here: the database's own upper() does.
            && (question.Stay == null || (" " + entry.Stay!.ToUpper() + " ").Contains(stay))
#pragma warning restore CA1304, CA1311
            && (question.Act == null || entry.Act == question.Act)
            && (question.From == null || entry.At >= question.From)
            && (question.To == null || entry.At < question.To)
            && (question.Involving == null || entry.Who == question.Involving || entry.About == question.Involving));
    }

    /// <summary>A line about nothing in particular, such as a sign-in, concerns the person who did it.</summary>
    private static IQueryable<AccessEntry> Within(IQueryable<AccessEntry> lines, AuditReach reach)
    {
        if (reach.Everything)
        {
            return lines;
        }

        string[] places = [.. reach.Places];
        string[] within = [.. places.Select(WithinOf)];
        string[] names = [.. reach.Names];
        return lines.Where(entry => entry.About == null
            ? names.Contains(entry.Who)
            : places.Contains(entry.About) || names.Contains(entry.About) || within.Any(like => EF.Functions.Like(entry.About, like)));
    }

    /// <summary>A LIKE pattern for every key within a place. A place contains no LIKE wildcards.</summary>
    private static string WithinOf(string place) => $"{place}/%";
}

using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Store;

/// <summary>
/// Whether this is a demonstration or a board of somebody's own. It is chosen at the first start, beside the accounts, and
/// never changed: what anybody may do in a demonstration is to be worth nothing elsewhere.
/// </summary>
internal sealed class BoardKind
{
    /// <summary>Who registers the sites of a demonstration. Nobody else has that name.</summary>
    public const string Registrar = "Demonstration";

    private const int EntriesAtOnce = 2000;

    /// <summary>False until the start has read it.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>The same from the tables, for an errand: as it was chosen, or, before a start has, as the journal tells.</summary>
    public static async Task<bool> IsOfDemonstration(AccessStore store, IJournal journal, CancellationToken token) =>
        await store.Ask(context => context.Kinds.AsNoTracking().FirstOrDefaultAsync(token), token) is { } chosen
            ? chosen.IsDemonstration
            : await BeginsInvented(journal, token);

    /// <summary>True where what a journal holds began as a demonstration. Nobody else has that name, and a demonstration begins in none but an empty journal.</summary>
    public static async Task<bool> BeginsInvented(IJournal journal, CancellationToken token) =>
        await journal.ReadFrom(0, 1, token) is [{ By: Registrar }];

    /// <summary>True where the demonstration put all sites there that a journal has.</summary>
    public static async Task<bool> IsInvented(IJournal journal, CancellationToken token)
    {
        if (!await BeginsInvented(journal, token))
        {
            return false;
        }

        for (var entries = await journal.ReadFrom(0, EntriesAtOnce, token); entries.Count > 0; entries = await journal.ReadFrom(entries[^1].Position, EntriesAtOnce, token))
        {
            if (entries.Any(entry => entry is { Event: SiteRegistered, By: not Registrar }))
            {
                return false;
            }
        }

        return true;
    }
}

using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Store;

/// <summary>
/// Whether this is a demonstration or a real board. It is set at the first start, stored beside the accounts and never changed,
/// so that demonstration access is worth nothing on a real board.
/// </summary>
internal sealed class BoardKind
{
    /// <summary>The name that registers a demonstration's sites. Nobody else can have it.</summary>
    public const string Registrar = "Demonstration";

    private const int EntriesAtOnce = 2000;

    /// <summary>False until it is read at start.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>
    /// Reads it from the tables for a command-line tool: as chosen at the first start or, before that, as the journal shows.
    /// </summary>
    public static async Task<bool> IsOfDemonstration(AccessStore store, IJournal journal, CancellationToken token) =>
        await store.Ask(context => context.Kinds.AsNoTracking().FirstOrDefaultAsync(token), token) is { } chosen
            ? chosen.IsDemonstration
            : await BeginsInvented(journal, token);

    /// <summary>
    /// True if a journal began as a demonstration. Nobody else can have that name, and a demonstration begins only in an empty
    /// journal.
    /// </summary>
    public static async Task<bool> BeginsInvented(IJournal journal, CancellationToken token) =>
        await journal.ReadFrom(0, 1, token) is [{ By: Registrar }];

    /// <summary>True if the demonstration registered every site in a journal.</summary>
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

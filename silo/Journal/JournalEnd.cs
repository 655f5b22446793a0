namespace CapacityBoard.Journal;

/// <summary>Checks on opening that a journal's last entry is still there and its last entries are as they were recorded.</summary>
internal static class JournalEnd
{
    /// <summary>How many entries are checked at a start; <c>check-journal</c> checks all.</summary>
    public const int Looked = 10_000;

    /// <param name="name">The journal's name, for the beginning of a sentence.</param>
    /// <param name="noted">The note of the last entry that is kept apart from the entries; null if there is none.</param>
    /// <param name="last">The last entries, in order. If the journal has more, the first of these is assumed to be right.</param>
    /// <exception cref="JournalDamagedException">Entries are missing or were changed. The message says which, and what to do.</exception>
    public static void Check(string name, JournalHeadNote? noted, IReadOnlyList<JournalRow> last)
    {
        var chain = new JournalChain();
        var first = last is [{ Position: > 1 } taken, ..] ? taken : null;
        chain.Begin(first?.Position ?? 0, first?.Hash);
        foreach (var row in last.Skip(first is null ? 0 : 1))
        {
            if (chain.Check(row) is { } problem)
            {
                throw Damaged(name, problem);
            }

            if (noted?.Contradicts(row) == true)
            {
                throw Damaged(name, $"entry {row.Position} is not the one that was recorded");
            }
        }

        if (noted is { } end && end.Position > chain.Position)
        {
            throw Damaged(name, $"its last entry is {chain.Position}, but {end.Position} were recorded: {end.Position - chain.Position} are missing");
        }
    }

    private static JournalDamagedException Damaged(string name, string problem) => new(
        $"{name} is damaged: {problem}. The server did not start. Restore the last backup with ./run restore. To check the whole journal, use ./run check-journal.");
}

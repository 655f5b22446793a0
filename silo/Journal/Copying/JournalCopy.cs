namespace CapacityBoard.Journal.Copying;

/// <summary>
/// Copies a journal into another with the same positions and exactly the same text. After an interruption it continues where
/// it stopped. It ends only after both have been read from end to end and found to be the same.
/// </summary>
internal sealed class JournalCopy(IJournalRows from, IJournalRows to, IProgress<CopyProgress> progress)
{
    private const int RowsAtOnce = 5000;

    /// <exception cref="JournalUnavailableException">One of them cannot be used, or the target is not the beginning of the source.</exception>
    public async Task<CopyReport> Run(CancellationToken token)
    {
        var (last, before) = (await from.LastPosition(token), await to.LastPosition(token));
        using var source = new JournalDigest();
        await ShouldBeginAlike(source, before, token);
        for (var position = before; position < last;)
        {
            var rows = await Next(from, position, last, token);
            await to.Write(rows, token);
            rows.ToList().ForEach(source.Add);
            position = rows[^1].Position;
            progress.Report(new("Copied", position, last));
        }

        using var target = new JournalDigest();
        await Add(target, to, last, "Checked", token);
        return source.Current == target.Current
            ? new(Math.Max(last, before), last - before, source.Current)
            : throw new JournalUnavailableException(
                $"{to.Name} does not match {from.Name}: the hashes differ. Empty the target and copy again.");
    }

    /// <summary>What the target already has must match the beginning of the source, so that two journals are never mixed.</summary>
    private async Task ShouldBeginAlike(JournalDigest source, long before, CancellationToken token)
    {
        using var target = new JournalDigest();
        await Add(target, to, before, "Checked what is there", token);
        if (await from.LastPosition(token) >= before)
        {
            await Add(source, from, before, "Compared with the source", token);
        }

        if (source.Current != target.Current)
        {
            throw new JournalUnavailableException(
                $"{to.Name} has entries that do not match {from.Name}. Copy into an empty target, or one left by an interrupted copy.");
        }
    }

    private async Task Add(JournalDigest digest, IJournalRows rows, long last, string doing, CancellationToken token)
    {
        for (var position = 0L; position < last;)
        {
            var next = await Next(rows, position, last, token);
            next.ToList().ForEach(digest.Add);
            position = next[^1].Position;
            progress.Report(new(doing, position, last));
        }
    }

    private static async Task<IReadOnlyList<JournalRow>> Next(IJournalRows rows, long after, long last, CancellationToken token)
    {
        var next = await rows.Read(after, (int)Math.Min(RowsAtOnce, last - after), token);
        return next.Count > 0 && next[0].Position == after + 1 && next[^1].Position <= last
            ? next
            : throw new JournalUnavailableException($"{rows.Name} has no entry {after + 1}, although it has entry {last} and more. Restore it from a backup.");
    }
}

/// <param name="Doing">What is being done, in words for a person.</param>
internal sealed record CopyProgress(string Doing, long Done, long Of);

/// <param name="Entries">How many entries both have.</param>
/// <param name="Copied">How many of them this run copied.</param>
/// <param name="Hash">The SHA-256 over all of them, the same on both sides.</param>
internal sealed record CopyReport(long Entries, long Copied, string Hash);

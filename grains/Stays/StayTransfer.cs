using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Moves a stay to another ward of the same hospital in three steps, or swaps the beds of two people in four. Each step is
/// done once, however often it is sent. If the process dies between two steps, <see cref="Finish"/> continues.
/// It calls one ward after the other and the wards never call each other, so two transfers in opposite directions cannot deadlock.
/// </summary>
public sealed class StayTransfer(ISiteClient sites)
{
    /// <summary>Shorter than for other commands, since the steps' operation IDs are the caller's ID with an ending.</summary>
    public const int LongestOperation = Limits.ShortText - 10;

    /// <param name="request">Its command must be a <see cref="BeginTransfer"/>.</param>
    public async Task<Outcome> Begin(SiteKey from, SiteRequest request)
    {
        var begun = await sites.Execute(SiteKind.Ward, from, request);
        return begun.IsAccepted ? await Finish(from, ((BeginTransfer)request.Command).Stay, request.Operation, request.By) : begun;
    }

    /// <summary>Does the remaining steps of a transfer that has begun.</summary>
    public async Task<Outcome> Finish(SiteKey from, string reference, string operation, string by)
    {
        var ward = await sites.Read(SiteKind.Ward, from);
        if (ward.Stays.Find(reference) is not { } stay)
        {
            return new(ward.Version);
        }

        if (stay.Transfer is not { } transfer || transfer.Operation != operation)
        {
            return new(ward.Version, new(RefusalCode.NotInThatState, "The other ward refused that transfer. Start a new one."));
        }

        return transfer.HasGivenUpBed ? await FinishSwap(from, stay, transfer, by) : await FinishMove(from, stay, transfer, by);
    }

    private async Task<Outcome> FinishMove(SiteKey from, Stay stay, Transfer transfer, string by)
    {
        var steps = new Steps(sites, from, transfer.Operation, by);
        var coming = transfer.With is null ? stay with { Bed = transfer.Bed } : stay;
        var accepted = await steps.Do(transfer.To, new AcceptTransfer(coming, from, transfer.With, transfer.Since), "/accept");
        if (accepted.Refusal is { } refusal)
        {
            await steps.Do(from, new AbandonTransfer(stay.Reference, transfer.Operation, refusal.Message), "/end");
            return accepted;
        }

        return transfer.With is { } other
            ? await Finish(transfer.To, other, transfer.Operation, by)
            : await steps.Do(from, new CompleteTransfer(stay.Reference, transfer.Operation), "/end");
    }

    /// <summary>
    /// The second half of a swap: the person who gave up their bed takes the one that the first person left. There is no way
    /// back: if this is refused, both wards count as full and it is tried again.
    /// </summary>
    private async Task<Outcome> FinishSwap(SiteKey from, Stay stay, Transfer transfer, string by)
    {
        var steps = new Steps(sites, transfer.To, transfer.Operation, by);
        var accepted = await steps.Do(transfer.To, new AcceptTransfer(stay, from, transfer.With, transfer.Since), "/back");
        return accepted.IsAccepted ? await steps.Do(from, new CompleteTransfer(stay.Reference, transfer.Operation), "/gone") : accepted;
    }

    /// <summary>
    /// The steps of one transfer, each done once. Their IDs are made from the caller's. Another ward of the hospital may have used
    /// the same ID for a transfer of its own; the step then takes the next ID that belongs to this transfer.
    /// </summary>
    /// <param name="begunAt">The ward where the transfer began; there, its operation ID belongs to no other.</param>
    private sealed class Steps(ISiteClient sites, SiteKey begunAt, string operation, string by)
    {
        /// <summary>No hospital has more wards, and the longest ID leaves room for two digits.</summary>
        private const int MostOfOneName = 99;

        public async Task<Outcome> Do(SiteKey ward, SiteCommand command, string ending)
        {
            var outcome = await Execute(ward, command, operation + ending);
            for (var number = 2; outcome.Refusal is { Code: RefusalCode.OperationReused } && number <= MostOfOneName; number++)
            {
                outcome = await Execute(ward, command, $"{operation}{ending}{number}");
            }

            return outcome;
        }

        private Task<Outcome> Execute(SiteKey ward, SiteCommand command, string id) =>
            sites.Execute(SiteKind.Ward, ward, new(command, id, by, begunAt.Value));
    }
}

using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Moves a stay from one ward to another of the same hospital, in three steps of which each is done once
/// however often it is asked; or two, who swap their beds, in four. Where the process dies between two, <see cref="Finish"/>
/// takes it from where it stands.
/// It calls one ward after the other and neither calls the other, so two transfers in opposite directions cannot wait for each other.
/// </summary>
public sealed class StayTransfer(ISiteClient sites)
{
    /// <summary>Operation ids of the steps are made of the caller's by an ending, so the caller's is shorter than other commands' may be.</summary>
    public const int LongestOperation = Limits.ShortText - 10;

    /// <param name="request">Its command is a <see cref="BeginTransfer"/>.</param>
    public async Task<Outcome> Begin(SiteKey from, SiteRequest request)
    {
        var begun = await sites.Execute(SiteKind.Ward, from, request);
        return begun.IsAccepted ? await Finish(from, ((BeginTransfer)request.Command).Stay, request.Operation, request.By) : begun;
    }

    /// <summary>Does what is left of a transfer that has begun.</summary>
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
        var accepted = await steps.Do(transfer.To, new AcceptTransfer(coming, from, transfer.With), "/accept");
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
    /// The second half of a swap: whoever gave up their bed takes the one that the first has left. There is no way back: where
    /// it is refused, both wards count as full, and it is tried again.
    /// </summary>
    private async Task<Outcome> FinishSwap(SiteKey from, Stay stay, Transfer transfer, string by)
    {
        var steps = new Steps(sites, transfer.To, transfer.Operation, by);
        var accepted = await steps.Do(transfer.To, new AcceptTransfer(stay, from, transfer.With), "/back");
        return accepted.IsAccepted ? await steps.Do(from, new CompleteTransfer(stay.Reference, transfer.Operation), "/gone") : accepted;
    }

    /// <summary>
    /// The steps of one transfer, each done once. Their ids are made of the caller's, which another ward of the hospital may
    /// have for a transfer of its own: then a step has the next id that is this transfer's.
    /// </summary>
    /// <param name="begunAt">The ward where it began, at which its operation is no other's.</param>
    private sealed class Steps(ISiteClient sites, SiteKey begunAt, string operation, string by)
    {
        /// <summary>No hospital has more wards, and the longest id has room for two digits.</summary>
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

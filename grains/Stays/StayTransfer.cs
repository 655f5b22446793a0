using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Moves a stay from one ward to another of the same hospital, in three steps of which each is done once
/// however often it is asked; or two, who swap their beds, in four. Where the process dies between two, <see cref="Finish"/> takes it from where it stands.
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
            return new(ward.Version, new(RefusalCode.NotInThatState, "That transfer was refused by the other ward; begin a new one."));
        }

        return transfer.HasGivenUpBed ? await FinishSwap(from, stay, transfer, by) : await FinishMove(from, stay, transfer, by);
    }

    private async Task<Outcome> FinishMove(SiteKey from, Stay stay, Transfer transfer, string by)
    {
        var coming = transfer.With is null ? stay with { Bed = transfer.Bed } : stay;
        var accepted = await Execute(transfer.To, new AcceptTransfer(coming, from, transfer.With), transfer.Operation + "/accept", by);
        if (accepted.Refusal is { } refusal)
        {
            await Execute(from, new AbandonTransfer(stay.Reference, transfer.Operation, refusal.Message), transfer.Operation + "/end", by);
            return accepted;
        }

        return transfer.With is { } other
            ? await Finish(transfer.To, other, transfer.Operation, by)
            : await Execute(from, new CompleteTransfer(stay.Reference, transfer.Operation), transfer.Operation + "/end", by);
    }

    /// <summary>
    /// The second half of a swap: whoever gave up their bed takes the one that the first has left. There is no way back: where
    /// it is refused, both wards count as full, and it is tried again.
    /// </summary>
    private async Task<Outcome> FinishSwap(SiteKey from, Stay stay, Transfer transfer, string by)
    {
        var accepted = await Execute(transfer.To, new AcceptTransfer(stay, from, transfer.With), transfer.Operation + "/back", by);
        return accepted.IsAccepted
            ? await Execute(from, new CompleteTransfer(stay.Reference, transfer.Operation), transfer.Operation + "/gone", by)
            : accepted;
    }

    private Task<Outcome> Execute(SiteKey ward, SiteCommand command, string operation, string by) =>
        sites.Execute(SiteKind.Ward, ward, new(command, operation, by));
}

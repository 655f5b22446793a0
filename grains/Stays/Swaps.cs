using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Decides swaps of beds between two wards: two transfers, each of which needs the bed that the other leaves. First, the
/// person who begins the swap arrives on the other ward, where the other person gives up their bed and waits. Then the other
/// person arrives on the first ward, in the same append that takes the first person off it. So both wards stay as full as
/// they are, everybody is on a ward at every moment, and no bed looks free.
/// </summary>
internal static class Swaps
{
    /// <param name="with">The person of this ward who swaps with the person arriving.</param>
    public static Decision Accept(AcceptTransfer command, string with, Site site, Moment moment)
    {
        if ((StayReferences.Check(command.Stay.Reference, "stay.reference") ?? Admissions.CheckNotHere(command.Stay.Reference, site)) is { } refusal)
        {
            return refusal;
        }

        // Whoever leaves takes an extra bed away, if there is one. Whoever comes instead needs it.
        var extra = site.Capacity.Line(command.Stay.Type) is { Extra: > 0 };
        return StayDecisions.Of(
            with,
            site,
            other => other switch
            {
                _ when other.Type != command.Stay.Type => Limits.Invalid("with", $"{other.Reference} is in a bed of type {Codes.Of(other.Type)}, not {Codes.Of(command.Stay.Type)}."),
                { Transfer: null } => TakeBed(command, other, extra, moment),
                { Transfer: { HasGivenUpBed: false } leaving } when leaving.To == command.From && StayReferences.AreSame(leaving.With, command.Stay.Reference) =>
                    TakePlace(command, other, leaving, extra, moment),
                { Transfer: { } elsewhere } => Decision.Refuse(RefusalCode.NotInThatState, $"A transfer of {other.Reference} to {elsewhere.To} is in progress.", "with"),
            },
            "with");
    }

    /// <summary>The person arriving gets the other's bed; the other gives it up and is on the way to theirs.</summary>
    private static Decision TakeBed(AcceptTransfer command, Stay other, bool extra, Moment moment)
    {
        var coming = Coming(command, other.Bed, moment);
        return new Decision(
            [
                new TransferBegun(other.Reference, command.From, command.Stay.Bed, command.Stay.Transfer?.Operation ?? moment.Operation, coming.Reference, other.Type, command.Since),
                new TransferAccepted(coming, command.From, ExtraBed: extra),
            ],
            null);
    }

    /// <summary>The person arriving gets the bed of the other, who is on the other ward by now.</summary>
    private static Decision TakePlace(AcceptTransfer command, Stay other, Transfer leaving, bool extra, Moment moment) => new(
        [new TransferCompleted(other.Reference, other.Type, leaving.To), new TransferAccepted(Coming(command, other.Bed, moment), command.From, ExtraBed: extra)],
        null);

    private static Stay Coming(AcceptTransfer command, string bed, Moment moment) => command.Stay with { Bed = bed, ArrivedAt = command.Since ?? moment.Now, Transfer = null };
}

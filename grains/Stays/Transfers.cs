using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// Decides the three steps of a move to another ward of the same hospital. Between the second step and the third the person
/// counts at both wards, so that no bed ever looks free that is not.
/// </summary>
internal static class Transfers
{
    /// <summary>Refuses what cannot be recorded while a person is between two wards; null if they are not.</summary>
    public static Refusal? InProgress(Stay stay) => stay.Transfer is { } transfer
        ? new(RefusalCode.NotInThatState, $"A transfer to {transfer.To} is in progress. Try again when the person has arrived there.", "stay")
        : null;

    public static Decision Begin(BeginTransfer command, Site site, Moment moment) => StayDecisions.Of(command.Stay, site, stay =>
    {
        if (!AreWardsOfOneHospital(site.Key, command.To))
        {
            return Limits.Invalid("to", "A transfer is to another ward in the same hospital. To anywhere else it is a discharge.");
        }

        if (stay.Transfer is { } other)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"A transfer to {other.To} is already in progress.", "stay");
        }

        return (Admissions.CheckSince(command.Since, moment) ?? Limits.RequiredText(command.Bed, "bed", 20) ?? StayReferences.CheckOptional(command.With, "with")) is { } refusal
            ? refusal
            : new TransferBegun(stay.Reference, command.To, command.Bed, moment.Operation, command.With, Since: command.Since);
    });

    public static Decision Complete(CompleteTransfer command, Site site) =>
        UnderWay(command.Stay, command.Transfer, site, (stay, transfer) => new TransferCompleted(stay.Reference, stay.Type, transfer.To, transfer.HasGivenUpBed));

    public static Decision Abandon(AbandonTransfer command, Site site) => Limits.RequiredText(command.Reason, "reason", Limits.LongText) is { } refusal
        ? refusal
        : UnderWay(command.Stay, command.Transfer, site, (stay, transfer) => transfer.HasGivenUpBed
            ? Decision.Refuse(RefusalCode.NotInThatState, $"{stay.Reference} cannot stay: another person already has their bed.", "stay")
            : new TransferAbandoned(stay.Reference, command.Reason));

    /// <summary>True for two different wards of the same hospital in the same locality.</summary>
    public static bool AreWardsOfOneHospital(SiteKey one, SiteKey other) =>
        one != other && one.HospitalKey is { } hospital && hospital == other.HospitalKey;

    private static Decision UnderWay(string reference, string operation, Site site, Func<Stay, Transfer, Decision> decide) =>
        StayDecisions.Of(reference, site, stay => stay.Transfer is { } transfer && transfer.Operation == operation
            ? decide(stay, transfer)
            : Decision.Refuse(RefusalCode.NotInThatState, "That transfer is not in progress.", "transfer"));
}

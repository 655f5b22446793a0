using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>Decides commands about suspensions.</summary>
internal static class Suspensions
{
    public static Decision Suspend(SuspendPlacements command, OccupancyRule rule, Moment moment)
    {
        if ((Limits.RequiredText(command.Reason, "reason")
            ?? (command.Until is { } until ? Limits.Ahead(until, "until", moment.Clock) : null)) is { } refusal)
        {
            return refusal;
        }

        return command.Type is { } type && !BedTypes.Of(rule.Kind).Contains(type)
            ? Decision.Refuse(RefusalCode.NotForThisKind, $"This {Codes.Of(rule.Kind)} cannot have beds of type {Codes.Of(type)}.", "type")
            : new PlacementsSuspended(command.Reason, command.Type, command.Until);
    }

    public static Decision Lift(LiftSuspension command, Capacity capacity, Moment moment) =>
        capacity.Suspensions.Any(suspension => suspension.Type == command.Type && suspension.IsLive(moment.Clock))
            ? new SuspensionLifted(command.Type)
            : Decision.Refuse(
                RefusalCode.UnknownSuspension,
                command.Type is { } type ? $"Beds of type {Codes.Of(type)} are not suspended." : "The site as a whole is not suspended.",
                "type");
}

using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Holds;

/// <summary>Decides commands about holds. A bed is never promised twice: a hold needs a bed that is vacant, admittable and not held.</summary>
internal static class HoldDecisions
{
    private static readonly TimeSpan Default = TimeSpan.FromHours(24);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    /// <param name="accepted">The place's yes to an enquiry about the person; null if there is none.</param>
    public static Decision Place(PlaceHold command, Capacity capacity, Stamp? accepted, Moment moment)
    {
        var until = command.Until ?? moment.Clock + Default;
        if (CheckWords(command) is { } wrongWords)
        {
            return wrongWords;
        }

        if (CheckTimes(until, command.Arrival, moment.Clock) is { } wrongTimes)
        {
            return wrongTimes;
        }

        if (capacity.Line(command.Type) is not { } line)
        {
            return CapacityDecisions.NoLine(command.Type);
        }

        if (Obstacle(command, line, capacity, moment.Clock) is { } obstacle)
        {
            return obstacle;
        }

        return new HoldPlaced(
            moment.Operation, command.Type, until, command.Stay, command.Note, command.Arrival, command.From, command.Needs, command.Telephone, accepted, command.Despite);
    }

    public static Decision Extend(ExtendHold command, Capacity capacity, Moment moment)
    {
        if (Find(command.Hold, capacity, moment.Clock, out var hold) is { } ended)
        {
            return ended;
        }

        if (CheckTimes(command.Until, null, moment.Clock) is { } wrong)
        {
            return wrong;
        }

        return command.Until > hold!.Until
            ? new HoldExtended(hold.Id, command.Until)
            : Limits.Invalid("until", $"The hold already lasts until {Words.Of(hold.Until)}. Give a later time, or release the hold.");
    }

    public static Decision Release(ReleaseHold command, Capacity capacity, Moment moment)
    {
        if (Limits.RequiredText(command.Reason, "reason") is { } refusal)
        {
            return refusal;
        }

        return Find(command.Hold, capacity, moment.Clock, out var hold) is { } ended ? ended : new HoldReleased(hold!.Id, command.Reason);
    }

    public static Decision Admit(AdmitOnHold command, Capacity capacity, OccupancyRule rule, Moment moment)
    {
        if (rule.OccupiedFollowsStays)
        {
            return Decision.Refuse(RefusalCode.NotForThisKind, "A ward records a stay. Send admit-stay with this hold instead.", "hold");
        }

        return CheckAdmission(command.Hold, capacity, moment.Clock, out var hold) is { } refusal
            ? refusal
            : new HoldBecameAdmission(hold!.Id, hold.Type, hold.Stay);
    }

    public static Decision UndoArrival(UndoArrival command, Capacity capacity, OccupancyRule rule, Moment moment)
    {
        if (FindArrival(command.Hold, capacity, rule, out var arrived) is { } refusal)
        {
            return refusal;
        }

        return arrived!.Ended.At < moment.Clock - Undoable
            ? Decision.Refuse(
                RefusalCode.NotInThatState, $"The arrival was recorded at {Words.Of(arrived.Ended.At)}. It can be undone within an hour. Ask the ward whether the person is still there: it can take the arrival back.")
            : HoldAgain(arrived.Hold, null, capacity, moment.Clock);
    }

    public static Decision DenyArrival(DenyArrival command, Capacity capacity, OccupancyRule rule, Moment moment)
    {
        if (FindArrival(command.Hold, capacity, rule, out var arrived) is { } refusal)
        {
            return refusal;
        }

        return arrived!.Hold.From is { } from && HeldStays.IsWithin(from, command.StillAt)
            ? HoldAgain(arrived.Hold, command.StillAt, capacity, moment.Clock)
            : Limits.Invalid("stillAt", $"The bed was not held for anybody on {command.StillAt}. Use the ward or unit that the person came from.");
    }

    /// <summary>Why the person of a hold cannot be admitted on it now; null if they can.</summary>
    public static Refusal? CheckAdmission(string id, Capacity capacity, DateTimeOffset now, out Hold? hold) =>
        Find(id, capacity, now, out hold) ?? (capacity.SuspensionOf(hold!.Type, now) is { } suspension ? Suspended(suspension) : null);

    /// <summary>The ID of the live hold that keeps a bed of a type for a stay; null if there is none.</summary>
    public static string? Of(string stay, BedType type, Capacity capacity, DateTimeOffset now) =>
        capacity.LiveHolds(now).FirstOrDefault(hold => StayReferences.AreSame(hold.Stay, stay) && hold.Type == type)?.Id;

    public static Refusal Suspended(Suspension suspension) =>
        new(RefusalCode.Suspended, $"Placements here are suspended: {suspension.Reason.TrimEnd('.')}.");

    /// <summary>A refusal if no bed of the line is both vacant and free of live holds; otherwise null.</summary>
    public static Refusal? CheckVacancy(BedLine line, Capacity capacity, DateTimeOffset now) => capacity.Unpromised(line, now) > 0
        ? null
        : new(
            RefusalCode.NoVacancy,
            $"No {Codes.Of(line.Type)} bed is free here: of {line.Total}, {line.Occupied} are occupied, {line.Closed} closed and {capacity.Held(line.Type, now)} held.");

    private static Refusal? FindArrival(string hold, Capacity capacity, OccupancyRule rule, out EndedHold? arrived)
    {
        arrived = capacity.Ended.LastOrDefault(ended => ended.Hold.Id == hold && ended.Ending == HoldEnding.Admitted);
        return rule.Kind.RecordsStays()
            ? new(RefusalCode.NotForThisKind, "People are recorded here by name of their stay. Cancel the admission here instead.", "hold")
            : arrived is null ? new(RefusalCode.UnknownHold, "No arrival on this hold is recorded. It may have been undone already.", "hold") : null;
    }

    private static Decision HoldAgain(Hold hold, SiteKey? stillAt, Capacity capacity, DateTimeOffset now) =>
        capacity.Line(hold.Type) is not { Occupied: > 0 } || capacity.LiveHolds(now).Any(other => hold.Stay is not null && StayReferences.AreSame(other.Stay, hold.Stay))
            ? Decision.Refuse(RefusalCode.NotInThatState, "The figures have changed since the arrival. Correct them instead.")
            : new ArrivalUndone(hold.Id, hold.Type, hold.Stay, stillAt);

    private static Refusal? CheckWords(PlaceHold command) =>
        command.Stay is null && string.IsNullOrWhiteSpace(command.Note)
            ? Limits.Invalid("stay", "Give the stay's reference in 'stay', or a 'note' that does not identify anyone.")
            : StayReferences.CheckOptional(command.Stay, "stay")
                ?? Limits.OptionalText(command.Note, "note", Limits.LongText)
                ?? Limits.OptionalText(command.Despite, "despite", Limits.LongText)
                ?? (command.From is not null && command.Stay is null ? Limits.Invalid("stay", "If you give 'from', also give 'stay'.") : null)
                ?? (command.Needs is { } needs ? NeedsCheck.Check(needs) : null)
                ?? (command.Telephone is { } number ? SiteDecisions.CheckTelephone(number, "telephone") : null);

    private static Refusal? CheckTimes(DateTimeOffset until, DateTimeOffset? arrival, DateTimeOffset now)
    {
        if (until <= now || until > now + Longest)
        {
            return Limits.Invalid(
                "until", $"'until' is {Words.Of(until)}. It must be in the future, at most {Longest.Days} days ahead.");
        }

        return arrival is { } at && (at <= now || at > until)
            ? Limits.Invalid("arrival", $"'arrival' is {Words.Of(at)}. It must be between now and the end of the hold.")
            : null;
    }

    private static Refusal? Obstacle(PlaceHold command, BedLine line, Capacity capacity, DateTimeOffset now)
    {
        if (capacity.SuspensionOf(command.Type, now) is { } suspension)
        {
            return Suspended(suspension);
        }

        if (command.Stay is { } stay && capacity.LiveHolds(now).Any(hold => StayReferences.AreSame(hold.Stay, stay)))
        {
            return new(RefusalCode.AlreadyHeld, $"A bed is already held here for {stay}. Extend that hold instead.", "stay");
        }

        return CheckVacancy(line, capacity, now);
    }

    internal static Refusal? Find(string id, Capacity capacity, DateTimeOffset now, out Hold? hold)
    {
        hold = capacity.Holds.FirstOrDefault(each => each.Id == id);
        return hold switch
        {
            null => new(RefusalCode.UnknownHold, "There is no such hold. It may have been released or used.", "hold"),
            { } found when !found.IsLive(now) => new(
                RefusalCode.HoldEnded, $"The hold expired at {Words.Of(found.Until)}. Place a new one.", "hold"),
            _ => null,
        };
    }
}

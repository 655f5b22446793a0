using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>Decides what a site says of its beds' numbers.</summary>
internal static class Declarations
{
    /// <summary>How long a request for figures stands before another one is recorded.</summary>
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMinutes(30);

    public static Decision Declare(DeclareVacancies command, Capacity capacity, OccupancyRule rule, Moment moment)
    {
        if (command.Lines.IsDefaultOrEmpty)
        {
            return Limits.Invalid("lines", "'lines' must have at least one bed type with its numbers.");
        }

        // JSON's reader sees to it that no field is null where none may be, but not that no element of a list is.
        if (command.Lines.IndexOf(null!) is >= 0 and var index)
        {
            return Limits.Invalid($"lines[{index}]", $"'lines[{index}]' is null. It must be a bed type with its numbers.");
        }

        if (command.Lines.Select(line => line.Type).Distinct().Count() != command.Lines.Length)
        {
            return Limits.Invalid("lines", "'lines' has a bed type twice. Give each type once.");
        }

        for (index = 0; index < command.Lines.Length; index++)
        {
            if (Check(command.Lines[index], $"lines[{index}]", capacity, rule, moment.Clock) is { } refusal)
            {
                return refusal;
            }
        }

        return new VacanciesDeclared([.. command.Lines.Select(line => Declared(line, capacity))]);
    }

    public static Decision Confirm(Capacity capacity) => capacity.Lines.IsEmpty
        ? Decision.Refuse(RefusalCode.UnknownBedLine, "No beds have been declared here yet. Declare them before you confirm no change.")
        : new UnchangedConfirmed();

    public static Decision Request(Capacity capacity, Moment moment) =>
        capacity.Requested is { } asked && moment.Now - asked.At < BetweenRequests ? Decision.Nothing : new FiguresRequested();

    public static Decision Close(CloseBeds command, Capacity capacity, Moment moment)
    {
        if ((Limits.Count(command.Beds, "beds", least: 1) ?? Limits.RequiredText(command.Reason, "reason")) is { } refusal)
        {
            return refusal;
        }

        if (capacity.Line(command.Type) is not { } line)
        {
            return CapacityDecisions.NoLine(command.Type);
        }

        var free = capacity.Unpromised(line, moment.Clock);
        return command.Beds <= free
            ? new BedsClosed(command.Type, command.Beds, command.Reason)
            : Decision.Refuse(
                RefusalCode.NumbersDoNotAddUp, $"You cannot close {command.Beds} beds: {free} are vacant and not held.", "beds");
    }

    public static Decision Reopen(ReopenBeds command, Capacity capacity)
    {
        if (Limits.Count(command.Beds, "beds", least: 1) is { } refusal)
        {
            return refusal;
        }

        if (capacity.Line(command.Type) is not { } line)
        {
            return CapacityDecisions.NoLine(command.Type);
        }

        return command.Beds <= line.Closed
            ? new BedsReopened(command.Type, command.Beds)
            : Decision.Refuse(RefusalCode.NumbersDoNotAddUp, $"You cannot reopen {command.Beds} beds: {line.Closed} are closed.", "beds");
    }

    private static Refusal? Check(DeclaredLine line, string field, Capacity capacity, OccupancyRule rule, DateTimeOffset now)
    {
        var known = capacity.Line(line.Type);
        return RightType(line, field, rule)
            ?? Limits.Count(line.Total, $"{field}.total")
            ?? Limits.Count(line.Occupied, $"{field}.occupied")
            ?? Limits.Count(line.Closed, $"{field}.closed")
            ?? Limits.OptionalText(line.ClosedBecause, $"{field}.closedBecause")
            ?? ReasonGiven(line, field, known)
            ?? StillAsSeen(line, field, known)
            ?? AddsUp(line, field, capacity.Held(line.Type, now))
            ?? FitsStays(line, field, rule);
    }

    private static Refusal? RightType(DeclaredLine line, string field, OccupancyRule rule)
    {
        var allowed = BedTypes.Of(rule.Kind);
        return allowed.Contains(line.Type)
            ? null
            : new(
                RefusalCode.NotForThisKind,
                $"This {Codes.Of(rule.Kind)} cannot have beds of type {Codes.Of(line.Type)}. Allowed types: {string.Join(", ", allowed.Select(Codes.Of))}.",
                $"{field}.type");
    }

    private static Refusal? ReasonGiven(DeclaredLine line, string field, BedLine? known) =>
        line.Closed == 0 || !string.IsNullOrWhiteSpace(line.ClosedBecause) || known?.ClosedBecause is not null
            ? null
            : Limits.Invalid($"{field}.closedBecause", "Enter why the beds are closed: staffing, infection, repair or another reason.");

    private static Refusal? StillAsSeen(DeclaredLine line, string field, BedLine? known) =>
        line.Seen is not { } seen || seen == new LineSeen(known?.Total ?? 0, known?.Occupied ?? 0, known?.Closed ?? 0)
            ? null
            : new(
                RefusalCode.ChangedMeanwhile,
                known is null
                    ? "Someone took these beds off the board while you were looking. Look again, then resend your change."
                    : $"{known.Changed.By} changed these numbers while you were looking. Look again, then resend your change.",
                $"{field}.seen",
                By: known?.Changed.By);

    private static Refusal? AddsUp(DeclaredLine line, string field, int held) =>
        line.Occupied + line.Closed + held <= line.Total
            ? null
            : new(
                RefusalCode.NumbersDoNotAddUp,
                $"{line.Occupied} occupied, {line.Closed} closed and {held} held add up to {line.Occupied + line.Closed + held}, which is more than the total of {line.Total}.",
                $"{field}.occupied");

    private static Refusal? FitsStays(DeclaredLine line, string field, OccupancyRule rule)
    {
        var stays = rule.Stays(line.Type);
        if (rule.OccupiedFollowsStays && line.Occupied != stays)
        {
            return new(
                RefusalCode.NumbersDoNotAddUp, $"{stays} people are recorded here. Admit or discharge people to change how many beds are occupied.",
                $"{field}.occupied");
        }

        return line.Occupied >= stays
            ? null
            : new(RefusalCode.NumbersDoNotAddUp, $"{stays} people are recorded in these beds. Discharge them first.", $"{field}.occupied");
    }

    private static LineDeclared Declared(DeclaredLine line, Capacity capacity) => new(
        line.Type,
        line.Total,
        line.Occupied,
        line.Closed,
        line.Closed == 0 ? null : string.IsNullOrWhiteSpace(line.ClosedBecause) ? capacity.Line(line.Type)?.ClosedBecause : line.ClosedBecause);
}

using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Assessments;

/// <summary>
/// Which reasons for delay open and close with assessments. A medically optimised person who waits for an assessment is delayed by it:
/// from when it is asked for, or from when they become medically optimised. The reason ends with the last assessment that has it. A
/// reason that somebody recorded themselves stays until somebody ends it.
/// </summary>
internal static class AssessmentDelays
{
    /// <summary>The reason for delay that an assessment brings when it is asked for; none if it is recorded already.</summary>
    public static IEnumerable<SiteEvent> Opened(Stay stay, AssessmentRequested asked, DateTimeOffset now) =>
        stay.Delays.Any(delay => delay.Reason == asked.Kind.Entry().Delay)
            ? []
            : [Recorded(stay, asked.Kind.Entry().Delay, LocalDay.Of(now), asked.Id, isPrimary: stay.Delays.IsEmpty)];

    /// <summary>The reasons for delay that the open assessments bring when the person becomes medically optimised.</summary>
    /// <param name="ready">When the person became medically optimised.</param>
    public static IEnumerable<SiteEvent> Opened(Stay stay, DateTimeOffset ready) => stay.Assessments
        .Where(each => each.MayDelay && stay.Delays.All(delay => delay.Reason != each.Delay))
        .DistinctBy(each => each.Delay)
        .Select((each, index) => Recorded(
            stay, each.Delay, LocalDay.Of(each.Asked.At > ready ? each.Asked.At : ready), each.Id, isPrimary: index == 0 && stay.Delays.IsEmpty));

    /// <summary>An assessment's end, and the end of the reason for delay unless something else keeps it.</summary>
    public static Decision Ended(Stay stay, Assessment ending, Func<DelayContinues?, SiteEvent> ended)
    {
        if (!ending.MayDelay || stay.Delays.FirstOrDefault(each => each.Reason == ending.Delay) is not { } delay)
        {
            return ended(null);
        }

        return Continues(stay, ending, delay) is { } continues
            ? ended(continues)
            : new Decision([ended(null), new DelayEnded(stay.Reference, ending.Delay)], null);
    }

    private static DelayContinues? Continues(Stay stay, Assessment ending, Delay delay) => delay.Assessment is null
        ? DelayContinues.RecordedByHand
        : stay.Assessments.Any(other => other.Id != ending.Id && other.MayDelay && other.Delay == ending.Delay) ? DelayContinues.AnotherIsOpen : null;

    private static DelayRecorded Recorded(Stay stay, DelayReason reason, DateOnly since, string assessment, bool isPrimary) =>
        new(stay.Reference, reason, reason.Entry().Owner, since, isPrimary, Assessment: assessment);
}

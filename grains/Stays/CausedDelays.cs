using CapacityBoard.Assessments;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Something recorded about a stay that delays a medically optimised person: an assessment or an answer that they wait for.</summary>
/// <param name="From">From when they wait for it.</param>
/// <param name="Assessment">The assessment's ID; null if it is not one.</param>
/// <param name="Offer">The offer's ID; null if it is not one.</param>
internal sealed record DelayCause(DelayReason Reason, DateTimeOffset From, string? Assessment = null, string? Offer = null);

/// <summary>
/// Which reasons for delay open and end with what causes them. A reason opens with its cause, or when the person becomes medically
/// optimised, and ends with the last cause that has it. A reason that somebody recorded themselves stays until somebody ends it.
/// </summary>
internal static class CausedDelays
{
    /// <summary>The reason for delay that a new cause brings; none if it is recorded already.</summary>
    public static IEnumerable<SiteEvent> Opened(Stay stay, DelayCause cause, DateTimeOffset now) =>
        IsRecorded(stay, cause.Reason) ? [] : [Recorded(stay, cause, now, isPrimary: stay.Delays.IsEmpty)];

    /// <summary>The reasons for delay that the causes bring when the person becomes medically optimised.</summary>
    /// <param name="ready">When the person became medically optimised.</param>
    public static IEnumerable<SiteEvent> OpenedWhenReady(Stay stay, DateTimeOffset ready) => Of(stay)
        .Where(cause => !IsRecorded(stay, cause.Reason))
        .DistinctBy(cause => cause.Reason)
        .Select((cause, index) => Recorded(stay, cause, cause.From > ready ? cause.From : ready, isPrimary: index == 0 && stay.Delays.IsEmpty));

    /// <summary>The end of the reason for delay that a cause had, unless something else keeps it.</summary>
    public static IEnumerable<SiteEvent> Ended(Stay stay, DelayCause ending) =>
        Of(stay, ending) is { } delay && Continues(stay, ending) is null ? [new DelayEnded(stay.Reference, delay.Reason)] : [];

    /// <summary>Why a reason for delay continues after a cause ended; null if it ends too, or there is none.</summary>
    public static DelayContinues? Continues(Stay stay, DelayCause ending) => Of(stay, ending) switch
    {
        null => null,
        { IsCaused: false } => DelayContinues.RecordedByHand,
        var delay => Of(stay).Any(other => other != ending && other.Reason == delay.Reason) ? DelayContinues.AnotherIsOpen : null,
    };

    /// <summary>The delay that has the cause's reason, or that it brought when its kind still brought another.</summary>
    private static Delay? Of(Stay stay, DelayCause cause) =>
        stay.Delays.FirstOrDefault(delay => delay.Reason == cause.Reason)
        ?? stay.Delays.FirstOrDefault(delay => delay.Assessment is not null && delay.Assessment == cause.Assessment);

    private static IEnumerable<DelayCause> Of(Stay stay) => stay.Assessments.Select(each => each.Delaying).Append(stay.Offered?.Delaying).OfType<DelayCause>();

    private static bool IsRecorded(Stay stay, DelayReason reason) => stay.Delays.Any(delay => delay.Reason == reason);

    private static DelayRecorded Recorded(Stay stay, DelayCause cause, DateTimeOffset since, bool isPrimary) => new(
        stay.Reference, cause.Reason, cause.Reason.Entry().Owner, LocalDay.Of(since), isPrimary, Assessment: cause.Assessment, Offer: cause.Offer);
}

using CapacityBoard.GrandRounds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.People;

/// <summary>One person of a ward or unit, in words.</summary>
public sealed record PersonView(Stay Stay, LocalityPolicy Policy, DateTimeOffset Now)
{
    private const string SinceToday = "Since today";

    public int Midnights => Stay.Midnights(Now);

    public string Age => Stay.Age is AgeBand.NotKnown or AgeBand.Under18 ? StayWords.Of(Stay.Age) : $"aged {StayWords.Of(Stay.Age)}";

    public string LengthOfStay => Midnights == 0 ? "Admitted today" : $"{Nights} in hospital";

    public string Nights => Midnights == 0 ? "Admitted today" : $"{Midnights} {StayWords.Nights(Midnights)}";

    /// <summary>The kind of long stay; null if it is not long.</summary>
    public string? LongStay => IsSuperStranded ? "Super-stranded" : Midnights >= Policy.LongStayMidnights ? "Long stay" : null;

    public bool IsSuperStranded => Midnights >= Policy.SuperStrandedMidnights;

    public bool IsOverdue => Stay.IsOverdue(Now);

    /// <summary>The expected date of discharge by itself, for a column: "tomorrow", "yesterday, 1 day overdue".</summary>
    public string ExpectedDay => Stay.ExpectedDischarge is { } day
        ? $"{QuickTimes.InSentence(day, Today).AsSentence()}{(IsOverdue ? $", {Overdue(day)}" : "")}"
        : "No date";

    public string ExpectedDischarge => Stay.ExpectedDischarge is { } day
        ? IsOverdue
            ? $"Was expected to leave {QuickTimes.InSentence(day, Today)}: {Overdue(day)}"
            : $"Expected to leave {QuickTimes.InSentence(day, Today)}"
        : "No expected date of discharge";

    public string? Optimised => OptimisedFor is { } time ? $"Medically optimised {(time == SinceToday ? "today" : $"for {time}")}" : null;

    /// <summary>How long the person has been medically optimised: "18 nights"; null if they are not.</summary>
    public string? OptimisedFor => (Stay.Optimised, Stay.DelayedDays(Now)) switch
    {
        (null, _) => null,
        (_, 0) => SinceToday,
        (_, var nights) => $"{nights} {StayWords.Nights(nights)}",
    };

    /// <summary>How long the transfer has been delayed, since the person was declared medically optimised: "Delayed 18 days"; null if it is not.</summary>
    public string? Delayed => Stay.DelayedDays(Now) is > 0 and var days ? $"Delayed {Days(days)}" : null;

    /// <summary>The pathway, if recorded: "Pathway 1: home with new or more support".</summary>
    public string? Pathway => Stay.Plan?.Pathway is { } pathway ? $"Pathway {(int)pathway}: {StayWords.Of(pathway)}" : null;

    /// <summary>The main reason for delay, and how long it has lasted.</summary>
    public string? Waiting => Stay.PrimaryDelay is { } delay
        ? $"{delay.Reason.Entry().Words}: {Since(delay)}{(Stay.Delays.Length > 1 ? $", and {Stay.Delays.Length - 1} more" : "")}"
        : null;

    /// <summary>The last 14 days, as far as the person was in, oldest first.</summary>
    public IReadOnlyList<DayView> LastDays => DayView.Of(Stay, Today);

    public DayView LastDay => new(Today, Today, Stay.Plan?.Of(Today));

    /// <summary>The open action with the earliest due day; null if none is open.</summary>
    public AgreedAction? NextAction => Stay.Round?.Open.MinBy(action => action.Due);

    /// <summary>"Pharmacy: order the medicines, due tomorrow".</summary>
    public string Of(AgreedAction action) => $"{action.Owner}: {action.What}, {DueOf(action)}";

    public string DueOf(AgreedAction action) => action.IsOverdue(Now)
        ? $"was due {QuickTimes.InSentence(action.Due, Today)}"
        : $"due {QuickTimes.InSentence(action.Due, Today)}";

    /// <summary>How many days a delay has lasted.</summary>
    public string Since(Delay delay) => delay.Since == Today ? "since today" : Days(Today.DayNumber - delay.Since.DayNumber);

    public string? Home => Stay.HomeLocality is { } home ? $"Lives in {Labels.OfPart(home)}" : null;

    public string? Moving => Stay.Transfer is { } transfer ? $"Moving to {Labels.OfPart(transfer.To.Name)} since {QuickTimes.Of(transfer.Begun, Now)}" : null;

    /// <summary>Usual choices for an expected date of discharge, earliest first.</summary>
    public IReadOnlyList<Option> NextDays =>
    [
        Day(0, "Today"),
        Day(1, "Tomorrow"),
        Day(2, $"+2 days, {Today.AddDays(2).ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)}"),
        Day(3, $"+3 days, {Today.AddDays(3).ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)}"),
    ];

    private DateOnly Today => LocalDay.Of(Now);

    private Option Day(int ahead, string label) =>
        new(Today.AddDays(ahead).ToString("O", System.Globalization.CultureInfo.InvariantCulture), label);

    private string Overdue(DateOnly day) => $"{Days(Today.DayNumber - day.DayNumber)} overdue";

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";
}

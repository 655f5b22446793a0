using CapacityBoard.People;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What was said of where a person is to go and what they wait for, in words.</summary>
internal static class PlanTelling
{
    public static string Of(PlanEvent happened, Telling told) => happened switch
    {
        PathwaySet { Pathway: { } pathway } => $"Pathway {(int)pathway}: {StayWords.Of(pathway)}.",
        PathwaySet => "The pathway is not known any more.",
        NeedsSet e => $"Needs {Needs(e.Needs, told)}.",
        DelayRecorded e => Delay(e, told),
        DelayEnded e => $"Waits no longer for this: {e.Reason.Entry().Words}.",
        DayMarked { IsGreen: true } e => $"{Day(e, told)} was a green day{Telling.Because(e.Note)}",
        DayMarked e => $"{Day(e, told)} was a red day: {e.Reason?.Entry().Words}{Telling.Because(e.Note)}",
        ChoiceListGiven e => $"A choice list was given to the person or family, as of {told.Time(e.At)}.",
        _ => "Something else was recorded of the plan.",
    };

    private static string Needs(Needs needs, Telling told)
    {
        var wished = needs.Wished.IsEmpty ? [] : new[] { $"wishes for {string.Join(", then ", needs.Wished.Select(told.NameOf))}" };
        return string.Join(", ", StayWords.Of(needs).Concat(wished));
    }

    private static string Delay(DelayRecorded e, Telling told)
    {
        var before = told.Before?.Delays.FirstOrDefault(delay => delay.Reason == e.Reason);
        var said = before is null ? "Waits" : "Still waits";
        var rank = e.IsPrimary && before?.IsPrimary != true ? " This is what counts first." : "";
        return $"{said}, since {told.Day(e.Since)}: {e.Reason.Entry().Words}. For {StayWords.Of(e.Owner)} to end.{rank}{(e.Note is { } note ? $" {note}" : "")}";
    }

    private static string Day(DayMarked e, Telling told) => told.Day(e.Day).AsSentence();
}

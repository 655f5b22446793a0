using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What was recorded about a person's destination and reasons for delay, in words.</summary>
internal static class PlanLines
{
    public static string Of(PlanEvent happened, StoryContext context) => happened switch
    {
        PathwaySet { Pathway: { } pathway } => $"Pathway {(int)pathway}: {StayWords.Of(pathway)}.",
        PathwaySet => "Pathway cleared.",
        NeedsSet e => $"Needs {Needs(e.Needs, context)}.",
        DelayRecorded e => Delay(e, context),
        DelayEnded e => $"Delay resolved: {e.Reason.Entry().Words}.",
        DayMarked { IsGreen: true } e => $"{Day(e, context)} was a green day{StoryContext.Because(e.Note)}",
        DayMarked e => $"{Day(e, context)} was a red day: {e.Reason?.Entry().Words}{StoryContext.Because(e.Note)}",
        ChoiceListGiven e => $"A choice list was given to the person or family, as of {context.Time(e.At)}.",
        _ => "Something else was recorded about the plan.",
    };

    private static string Needs(Needs needs, StoryContext context)
    {
        var wished = needs.Wished.IsEmpty ? [] : new[] { $"preferred homes {string.Join(", then ", needs.Wished.Select(context.NameOf))}" };
        return string.Join(", ", StayWords.Of(needs).Concat(wished));
    }

    private static string Delay(DelayRecorded e, StoryContext context)
    {
        var before = context.Before?.Delays.FirstOrDefault(delay => delay.Reason == e.Reason);
        var said = before is null ? "Delayed" : "Still delayed";
        var rank = e.IsPrimary && before?.IsPrimary != true ? " This is the main reason." : "";
        return $"{said}, since {context.Day(e.Since)}: {e.Reason.Entry().Words}. {StayWords.Of(e.Owner).AsSentence()} responsible.{rank}{(e.Note is { } note ? $" {note}" : "")}";
    }

    private static string Day(DayMarked e, StoryContext context) => context.Day(e.Day).AsSentence();
}

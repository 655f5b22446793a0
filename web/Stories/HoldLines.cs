using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What happened to the beds held for a person, in words.</summary>
internal static class HoldLines
{
    public static string Of(CapacityEvent happened, StoryContext context) => happened switch
    {
        HoldPlaced e => $"{BedWords.Noun(e.Type).AsSentence()} held at {context.Here} until {context.Time(e.Until)}{(e.Arrival is { } arrival ? $", arriving {context.Time(arrival)}" : "")}.{(e.Despite is { } despite ? $" Held all the same: {despite}" : "")}",
        HoldExtended e => $"The hold at {context.Here} was extended until {context.Time(e.Until)}.",
        HoldAccepted => $"{context.Here} accepted the person.",
        AssessmentPlanned e => $"{context.Here} planned an assessment {context.Time(e.At)}{StoryContext.Because(e.Note)}",
        HoldDeclined e => $"{context.Here} declined{StoryContext.Because(e.Reason)}",
        HoldReleased e => $"The bed held at {context.Here} was released{StoryContext.Because(e.Reason)}",
        HoldBecameAdmission => $"{context.Here} reported the arrival, in the held bed.",
        ArrivalUndone { StillAt: { } ward } => $"{context.NameOf(ward)} said that the person is still there: the arrival at {context.Here} was taken back.",
        ArrivalUndone => $"The arrival at {context.Here} was undone: the person has not arrived.",
        _ => $"Something else was recorded at {context.Here}.",
    };
}

using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Stories;

/// <summary>What became of the beds that were held for a person, in words.</summary>
internal static class HoldTelling
{
    public static string Of(CapacityEvent happened, Telling told) => happened switch
    {
        HoldPlaced e => $"{BedWords.Noun(e.Type).AsSentence()} held at {told.Here} until {told.Time(e.Until)}{(e.Arrival is { } arrival ? $", arriving {told.Time(arrival)}" : "")}.",
        HoldExtended e => $"The hold at {told.Here} was extended until {told.Time(e.Until)}.",
        HoldAccepted => $"{told.Here} accepted the person.",
        AssessmentPlanned e => $"{told.Here} planned an assessment {told.Time(e.At)}{Telling.Because(e.Note)}",
        HoldDeclined e => $"{told.Here} declined{Telling.Because(e.Reason)}",
        HoldReleased e => $"The bed held at {told.Here} was released{Telling.Because(e.Reason)}",
        HoldBecameAdmission => $"Arrived at {told.Here}, in the held bed.",
        _ => $"Something else was recorded at {told.Here}.",
    };
}

using CapacityBoard.Beds;
using CapacityBoard.People;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Holds;

/// <summary>How a hold stands, in words for both of its sides.</summary>
public static class HoldWords
{
    /// <summary>Said of a hold whose reference nobody had when it was placed.</summary>
    public const string NobodyFound = "No stay with this reference was found. Check it: when they are admitted here, nobody is discharged elsewhere.";

    public static string Of(PlaceHeld held, DateTimeOffset now) => held.StandingAt(now) switch
    {
        HoldStanding.NotAnswered => "Not answered yet",
        HoldStanding.Accepted => "Accepted",
        HoldStanding.Assessing => $"Assessment {QuickTimes.Of(held.Hold.Answer!.AssessesAt!.Value, now)}",
        HoldStanding.Arrived => "They have come",
        HoldStanding.Declined => "Cannot take them",
        HoldStanding.Released => "Released",
        _ => "Ran out",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(PlaceHeld held, DateTimeOffset now) => held.StandingAt(now) switch
    {
        HoldStanding.NotAnswered => "yellow",
        HoldStanding.Accepted => "green",
        HoldStanding.Assessing => "blue",
        HoldStanding.Arrived => "purple",
        HoldStanding.Declined => "red",
        HoldStanding.Released => "grey",
        _ => "orange",
    };

    /// <summary>Why it ended, or what was said to the answer; null where that is nothing.</summary>
    public static string? Why(PlaceHeld held) => held.Ended is { } ended ? ended.Reason : held.Hold.Answer?.Note;

    /// <summary>What the person needs, each with its name: nothing where it is not known.</summary>
    public static IEnumerable<(string Name, string Words)> Needs(Hold hold)
    {
        if (hold.Needs is { } needs)
        {
            yield return ("Care", string.Join(", ", new[] { needs.Nursing ? "nursing" : null, needs.Dementia ? "dementia" : null }.OfType<string>().DefaultIfEmpty("no nursing, no dementia care")).AsSentence());
            yield return ("Moving", StayWords.Of(needs.Mobility).AsSentence());
            yield return ("Funding", StayWords.Of(needs.Funding).AsSentence());
        }

        if (hold.Needs?.Note is { } also)
        {
            yield return ("Also", also);
        }

        if (hold.Note is { } note)
        {
            yield return ("Note", note);
        }
    }
}
